package io.imprimatur.publishing.channel.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.publishing.channel.LivePost;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.http.LivePictures;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a post back: the text as it is stored and as it is shown, and the images. Mastodon makes its own sizes of an image, so
 * bytes are not compared. A content warning, which we never set, is read as a title, and so is a difference.
 */
final class MastodonReader {
    /** An instance that limits an account shows its public posts as {@code unlisted}: readers still see them. */
    private static final Set<String> SEEN_BY_READERS = Set.of("public", "unlisted");

    private final MastodonApi api;
    private final LivePictures pictures;

    MastodonReader(MastodonApi api, LivePictures pictures) {
        this.api = api;
        this.pictures = pictures;
    }

    ReadBack read(String id) {
        var status = api.status(id);
        if (MastodonApi.saysMissing(status)) {
            return new ReadBack.Missing();
        }
        if (status.json() == null) {
            return status.noReadBack();
        }
        if (!isPublic(status.json())) {
            return new ReadBack.Missing();
        }
        var source = api.source(id);
        if (source.json() == null) {
            return MastodonApi.saysMissing(source) ? new ReadBack.Missing() : source.noReadBack();
        }
        return new ReadBack.Read(List.of(
                view(source.json(), source.json().path("text").asText(), altTexts(status.json())),
                view(status.json(), shown(status.json()), images(status.json()))));
    }

    /** The post as it is shown, without the bytes of its images. */
    static LivePost shownView(JsonNode status) {
        return view(status, shown(status), altTexts(status));
    }

    static boolean isPublic(JsonNode status) {
        return SEEN_BY_READERS.contains(status.path("visibility").asText());
    }

    private static LivePost view(JsonNode post, String text, List<LivePost.Image> images) {
        return new LivePost(post.path("spoiler_text").asText(), Post.paragraphs(text), null, images);
    }

    private static String shown(JsonNode status) {
        return MastodonHtml.text(status.path("content").asText());
    }

    private static List<LivePost.Image> altTexts(JsonNode status) {
        var images = new ArrayList<LivePost.Image>();
        status.path("media_attachments").forEach(image -> images.add(LivePost.Image.reworked(altText(image), null)));
        return images;
    }

    private List<LivePost.Image> images(JsonNode status) {
        var images = new ArrayList<LivePost.Image>();
        status.path("media_attachments")
                .forEach(image -> images.add(
                        pictures.reworked(altText(image), image.path("url").asText(""))));
        return images;
    }

    private static String altText(JsonNode image) {
        return image.path("description").asText("");
    }
}
