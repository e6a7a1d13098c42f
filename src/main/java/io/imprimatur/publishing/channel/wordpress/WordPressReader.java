package io.imprimatur.publishing.channel.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.publishing.channel.LivePost;
import io.imprimatur.publishing.channel.Picture;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.http.Exchange;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a post back: as WordPress stores it and as it shows it, with the bytes of the images that readers get. */
final class WordPressReader {
    private static final String MISSING = "missing";

    private final WordPressApi api;

    WordPressReader(WordPressApi api) {
        this.api = api;
    }

    ReadBack read(String id) {
        var reply = api.post(id);
        if (WordPressApi.saysMissing(reply)) {
            return new ReadBack.Missing();
        }
        if (reply.json() == null) {
            return reply.noReadBack();
        }
        var post = reply.json();
        if (!EarlierPosts.isPublic(post) || !post.path("password").asText().isEmpty()) {
            return new ReadBack.Missing();
        }
        var shown = shown(post);
        var images = new ArrayList<LivePost.Image>();
        for (var image : shown.images()) {
            var read = read(image);
            if (read.isEmpty()) {
                return new ReadBack.Unavailable("no-answer", null);
            }
            images.add(read.get());
        }
        return new ReadBack.Read(
                List.of(view(post, "raw", stored(post), plain(stored(post))), view(post, "rendered", shown, images)));
    }

    /** The post's text as stored and as shown; its images without their bytes. */
    static List<LivePost> views(JsonNode post) {
        var stored = stored(post);
        var shown = shown(post);
        return List.of(view(post, "raw", stored, plain(stored)), view(post, "rendered", shown, plain(shown)));
    }

    private static LivePost view(JsonNode post, String form, WordPressText text, List<LivePost.Image> images) {
        var title = WordPressText.title(post.path("title").path(form).asText());
        return new LivePost(title, text.paragraphs(), text.link(), images);
    }

    private static List<LivePost.Image> plain(WordPressText text) {
        return text.images().stream()
                .map(image -> new LivePost.Image(image.altText(), null))
                .toList();
    }

    private static WordPressText stored(JsonNode post) {
        return WordPressText.stored(post.path("content").path("raw").asText());
    }

    private static WordPressText shown(JsonNode post) {
        return WordPressText.shown(post.path("content").path("rendered").asText());
    }

    /**
     * The image with the hash of its bytes; without one when it is served from elsewhere, and so reworked. WordPress shows
     * large images reduced, as {@code name-scaled.jpg}, and keeps the original beside it.
     *
     * @return empty when the site did not answer
     */
    private Optional<LivePost.Image> read(WordPressText.Image image) {
        var address = URI.create(image.source().replaceFirst("-scaled(\\.[a-z]+)$", "$1"));
        if (!address.isAbsolute() || !api.onThisSite(address)) {
            return Optional.of(new LivePost.Image(image.altText(), null));
        }
        if (api.file(address) instanceof Exchange.Answer answer && !answer.notNow()) {
            return Optional.of(
                    answer.ok()
                            ? LivePost.Image.original(image.altText(), new Picture(answer.mediaType(), answer.body()))
                            : new LivePost.Image(image.altText(), MISSING));
        }
        return Optional.empty();
    }
}
