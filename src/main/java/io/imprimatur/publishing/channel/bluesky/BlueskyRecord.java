package io.imprimatur.publishing.channel.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.publishing.channel.Post;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A post as a record (lexicon app.bsky.feed.post). */
final class BlueskyRecord {
    static final String IMAGES = "app.bsky.embed.images";

    private BlueskyRecord() {}

    /** @param blobs the server's references to the images, in their order */
    static Map<String, Object> of(Post post, List<JsonNode> blobs, Instant createdAt) {
        var text = post.wholeText();
        var record = new LinkedHashMap<String, Object>();
        record.put("$type", PostUri.COLLECTION);
        record.put("text", text);
        var facets = facets(post);
        if (!facets.isEmpty()) {
            record.put("facets", facets);
        }
        if (!blobs.isEmpty()) {
            record.put("embed", Map.of("$type", IMAGES, "images", images(post, blobs)));
        }
        card(post).ifPresent(link -> record.put("embed", external(link)));
        record.put("createdAt", createdAt.truncatedTo(ChronoUnit.MILLIS).toString());
        return record;
    }

    static List<Map<String, Object>> facets(Post post) {
        var text = post.wholeText();
        return Facets.of(text, post.link()).stream()
                .map(facet -> facet.json(text))
                .toList();
    }

    /** The link of which a card is shown; a post has either images or a card. */
    static Optional<URI> card(Post post) {
        return post.images().isEmpty() ? Optional.ofNullable(post.link()) : Optional.empty();
    }

    /** What a card says of a page that was never fetched: its host. */
    static String title(URI link) {
        return link.getHost() == null ? link.toString() : link.getHost();
    }

    static Map<String, Object> external(URI link) {
        return Map.of(
                "$type",
                "app.bsky.embed.external",
                "external",
                Map.of("uri", link.toString(), "title", title(link), "description", ""));
    }

    private static List<Map<String, Object>> images(Post post, List<JsonNode> blobs) {
        var images = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < blobs.size(); i++) {
            var image = post.images().get(i);
            var embedded = new LinkedHashMap<String, Object>();
            embedded.put("image", blobs.get(i));
            embedded.put("alt", image.altText());
            if (image.width() > 0 && image.height() > 0) {
                embedded.put("aspectRatio", Map.of("width", image.width(), "height", image.height()));
            }
            images.add(embedded);
        }
        return images;
    }
}
