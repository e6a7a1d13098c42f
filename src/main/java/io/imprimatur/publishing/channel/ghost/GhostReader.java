package io.imprimatur.publishing.channel.ghost;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.publishing.channel.LivePost;
import io.imprimatur.publishing.channel.Picture;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.http.Exchange;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a post back as Ghost shows it, with the bytes of the images that readers get. */
final class GhostReader {
    private static final String MISSING = "missing";

    /** Fields of a post beside its text that readers see or that change what they see; the channel fills none. */
    private static final List<String> ADDITIONS =
            List.of("feature_image", "custom_excerpt", "codeinjection_head", "codeinjection_foot");

    private final GhostApi api;

    GhostReader(GhostApi api) {
        this.api = api;
    }

    ReadBack read(Post post, String id) {
        var reply = api.post(id);
        if (GhostErrors.saysMissing(reply)) {
            return new ReadBack.Missing();
        }
        if (reply.json() == null) {
            return reply.noReadBack();
        }
        var live = reply.json().path("posts").path(0);
        if (!EarlierPosts.isPublic(live)) {
            return new ReadBack.Missing();
        }
        var shown = GhostText.of(live.path("html").asText());
        var images = new ArrayList<LivePost.Image>();
        for (var image : shown.images()) {
            var approved = images.size() < post.images().size()
                    ? post.images().get(images.size()).sha256()
                    : "";
            var read = read(image, URI.create(live.path("url").asText()), approved);
            if (read.isEmpty()) {
                return new ReadBack.Unavailable("no-answer", null);
            }
            images.add(read.get());
        }
        return new ReadBack.Read(List.of(view(live, shown, images)));
    }

    /** The post's text; its images without their bytes. */
    static LivePost view(JsonNode post) {
        var shown = GhostText.of(post.path("html").asText());
        return view(
                post,
                shown,
                shown.images().stream()
                        .map(image -> new LivePost.Image(image.altText(), null))
                        .toList());
    }

    private static LivePost view(JsonNode post, GhostText shown, List<LivePost.Image> images) {
        var additions =
                ADDITIONS.stream().map(field -> post.path(field).asText("")).filter(text -> !text.isEmpty());
        return new LivePost(
                post.path("title").asText(),
                Stream.concat(shown.paragraphs().stream(), additions).toList(),
                shown.link(),
                images);
    }

    /**
     * The image as readers get it. Ghost compresses images, and keeps the original beside each as {@code name_o.jpg}: then
     * that one is hashed.
     *
     * @param page of the post, whose site may have another name than the API
     * @return empty when the site did not answer; without a hash when another site serves it
     */
    private Optional<LivePost.Image> read(GhostText.Image image, URI page, String approved) {
        var address = URI.create(image.source());
        if (!address.isAbsolute() || !(api.onThisSite(address) || GhostApi.sameOrigin(page, address))) {
            return Optional.of(new LivePost.Image(image.altText(), null));
        }
        if (!(api.file(address) instanceof Exchange.Answer answer) || answer.notNow()) {
            return Optional.empty();
        }
        if (!answer.ok()) {
            return Optional.of(new LivePost.Image(image.altText(), MISSING));
        }
        var picture = new Picture(answer.mediaType(), answer.body());
        if (picture.sha256().equals(approved)) {
            return Optional.of(LivePost.Image.original(image.altText(), picture));
        }
        if (!(api.file(original(image)) instanceof Exchange.Answer original) || original.notNow()) {
            return Optional.empty();
        }
        if (!original.ok()) {
            return Optional.of(LivePost.Image.original(image.altText(), picture));
        }
        var hash = new Picture(original.mediaType(), original.body()).sha256();
        return Optional.of(new LivePost.Image(image.altText(), hash, picture));
    }

    private static URI original(GhostText.Image image) {
        return URI.create(image.source().replaceFirst("(\\.[a-zA-Z]+)$", "_o$1"));
    }
}
