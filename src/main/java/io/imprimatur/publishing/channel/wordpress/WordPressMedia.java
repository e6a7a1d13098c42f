package io.imprimatur.publishing.channel.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.http.NotPublic;
import io.imprimatur.publishing.channel.http.Reply;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Uploads a post's images; one that an earlier attempt uploaded is found by its key and used again. */
final class WordPressMedia {
    private static final int DIGITS = 12;

    private final WordPressApi api;

    WordPressMedia(WordPressApi api) {
        this.api = api;
    }

    List<WordPressHtml.Uploaded> upload(Post post) throws NotPublic {
        var uploaded = new ArrayList<WordPressHtml.Uploaded>();
        for (int i = 0; i < post.images().size(); i++) {
            uploaded.add(upload(post, i));
        }
        return uploaded;
    }

    private WordPressHtml.Uploaded upload(Post post, int index) throws NotPublic {
        var image = post.images().get(index);
        var key = key(post, index);
        var earlier = answer(api.mediaByKey(key));
        var media = earlier.isEmpty() ? answer(api.upload(key, image)) : earlier.path(0);
        return new WordPressHtml.Uploaded(
                media.path("id").asLong(), URI.create(media.path("source_url").asText()), image.altText());
    }

    /** Names place and bytes of the image, so that what is found under it is this image. */
    private static String key(Post post, int index) {
        return post.key() + "-i" + (index + 1) + "-"
                + post.images().get(index).sha256().substring(0, DIGITS);
    }

    private static JsonNode answer(Reply reply) throws NotPublic {
        if (reply.json() == null) {
            throw NotPublic.because(reply);
        }
        return reply.json();
    }
}
