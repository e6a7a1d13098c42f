package io.imprimatur.publishing.channel.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.publishing.channel.LivePost;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.http.LivePictures;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a post back: its message and its photos, with the alternative text and the largest of the sizes that Facebook made of
 * each. Bytes are not compared, since Facebook recompresses every image. The box that Facebook makes of a link is its own work
 * and is not compared; the link itself stands in the message.
 */
final class FacebookReader {
    private final FacebookApi api;
    private final LivePictures pictures;

    FacebookReader(FacebookApi api, LivePictures pictures) {
        this.api = api;
        this.pictures = pictures;
    }

    ReadBack read(String id) {
        var post = api.post(id);
        if (FacebookErrors.doesNotExist(post)) {
            return mayReadPosts() ? new ReadBack.Missing() : post.noReadBack();
        }
        if (post.json() == null) {
            return post.noReadBack();
        }
        if (!isPublic(post.json()) || post.json().path("is_hidden").asBoolean()) {
            return new ReadBack.Missing();
        }
        var images = new ArrayList<LivePost.Image>();
        for (var photo : photos(post.json())) {
            var read = api.photo(photo);
            if (read.json() == null) {
                return read.noReadBack();
            }
            images.add(pictures.reworked(read.json().path("alt_text_custom").asText(""), largest(read.json())));
        }
        return new ReadBack.Read(List.of(new LivePost("", paragraphs(post.json()), null, images)));
    }

    /**
     * Facebook says of what this token may not see that it does not exist. Only an account that may read the page's posts can
     * tell that one is gone.
     */
    boolean mayReadPosts() {
        return api.feed("").json() != null;
    }

    static List<String> paragraphs(JsonNode post) {
        return Post.paragraphs(post.path("message").asText());
    }

    static boolean isPublic(JsonNode post) {
        return post.path("is_published").asBoolean(true);
    }

    /** The ids of the post's photos, in its order: of one photo the attachment itself, of more those below it. */
    static List<String> photos(JsonNode post) {
        var photos = new ArrayList<String>();
        for (var attachment : post.path("attachments").path("data")) {
            var below = attachment.path("subattachments").path("data");
            for (var photo : below.isEmpty() ? List.of(attachment) : below) {
                if (photo.path("media_type").asText().equals("photo")) {
                    photos.add(photo.path("target").path("id").asText());
                }
            }
        }
        return photos;
    }

    private static String largest(JsonNode photo) {
        JsonNode largest = null;
        for (var size : photo.path("images")) {
            if (largest == null
                    || size.path("width").asInt() > largest.path("width").asInt()) {
                largest = size;
            }
        }
        return largest == null ? "" : largest.path("source").asText();
    }
}
