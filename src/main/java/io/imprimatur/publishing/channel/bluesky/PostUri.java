package io.imprimatur.publishing.channel.bluesky;

import java.net.URI;

/**
 * Where a post is, as {@code at://did/app.bsky.feed.post/key} (atproto.com/specs/at-uri-scheme).
 *
 * @param did of the account; unlike its handle it never changes
 * @param key of the record
 */
record PostUri(String did, String key) {
    static final String COLLECTION = "app.bsky.feed.post";

    private static final String SCHEME = "at://";
    private static final int PARTS = 3;

    static PostUri parse(String uri) {
        var parts = uri.startsWith(SCHEME) ? uri.substring(SCHEME.length()).split("/") : new String[0];
        if (parts.length != PARTS || !parts[1].equals(COLLECTION)) {
            throw new IllegalArgumentException("This is not the address of a Bluesky post.");
        }
        return new PostUri(parts[0], parts[2]);
    }

    /** The page where readers see it. */
    URI page() {
        return URI.create("https://bsky.app/profile/" + did + "/post/" + key);
    }

    @Override
    public String toString() {
        return SCHEME + did + "/" + COLLECTION + "/" + key;
    }
}
