package io.imprimatur.publishing.channel.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What the site has under one key. Of several drafts, which a lost answer can leave, the first counts always, so that every
 * later attempt publishes the same one.
 *
 * @param handled whether somebody put one into another state, such as the bin: a person must look
 */
record EarlierPosts(@Nullable JsonNode published, @Nullable JsonNode draft, boolean handled) {
    /** @param posts ascending by id */
    static EarlierPosts of(JsonNode posts) {
        JsonNode published = null;
        JsonNode draft = null;
        var handled = false;
        for (var post : posts) {
            if (isPublic(post)) {
                published = published == null ? post : published;
            } else if (post.path("status").asText().equals("draft")) {
                draft = draft == null ? post : draft;
            } else {
                handled = true;
            }
        }
        return new EarlierPosts(published, draft, handled);
    }

    boolean nothing() {
        return published == null && draft == null && !handled;
    }

    static boolean isPublic(JsonNode post) {
        return post.path("status").asText().equals("publish");
    }
}
