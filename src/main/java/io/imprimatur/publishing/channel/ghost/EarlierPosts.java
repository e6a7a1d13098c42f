package io.imprimatur.publishing.channel.ghost;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the site has under one key. Ghost keeps a slug once and calls a second one {@code -2}, so of several drafts the one
 * with the key itself counts, for every node that looks.
 *
 * @param handled whether somebody put one into another state, such as scheduled or for members only: a person must look
 */
record EarlierPosts(@Nullable JsonNode published, @Nullable JsonNode draft, boolean handled) {
    private static final Comparator<JsonNode> KEY_ITSELF_FIRST =
            Comparator.<JsonNode>comparingInt(post -> slug(post).length()).thenComparing(EarlierPosts::slug);

    static EarlierPosts of(JsonNode posts) {
        JsonNode published = null;
        JsonNode draft = null;
        var handled = false;
        for (var post : StreamSupport.stream(posts.spliterator(), false)
                .sorted(KEY_ITSELF_FIRST)
                .toList()) {
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

    /** Whether anybody can read it: published, and not for members alone. */
    static boolean isPublic(JsonNode post) {
        return post.path("status").asText().equals("published")
                && post.path("visibility").asText().equals("public");
    }

    private static String slug(JsonNode post) {
        return post.path("slug").asText();
    }
}
