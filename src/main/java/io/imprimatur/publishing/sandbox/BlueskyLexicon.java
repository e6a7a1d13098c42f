package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a server checks of a post before it stores it, by the lexicon app.bsky.feed.post, with the server's messages. */
final class BlueskyLexicon {
    private static final int GRAPHEMES = 300;
    private static final int BYTES = 3_000;
    private static final int IMAGES = 4;
    private static final int IMAGE_BYTES = 2_000_000;
    private static final Pattern TID = Pattern.compile("[234567abcdefghij][234567a-z]{12}");
    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final Pattern URI = Pattern.compile("\\w+:(?://)?[^\\s/]\\S*");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

    private BlueskyLexicon() {}

    /** Empty when the record may be stored. */
    static Optional<String> problem(String key, JsonNode record) {
        if (!TID.matcher(key).matches()) {
            return Optional.of(
                    "Invalid record key for app.bsky.feed.post: Invalid TID string (got \"" + key + "\") at $");
        }
        return fault(record).map(fault -> "Invalid app.bsky.feed.post record: " + fault);
    }

    /** The images that a record refers to. */
    static List<String> blobs(JsonNode record) {
        var blobs = new ArrayList<String>();
        for (var image : record.path("embed").path("images")) {
            blobs.add(image.path("image").path("ref").path("$link").asText());
        }
        return blobs;
    }

    /** As JDK's regular expressions split a text, which is another's count than the channel's. */
    static long graphemes(String text) {
        return GRAPHEME.matcher(text).results().count();
    }

    private static Optional<String> fault(JsonNode record) {
        var text = record.path("text");
        if (!text.isTextual()) {
            return Optional.of("Expected string value type at $.record.text");
        }
        var bytes = text.asText().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > BYTES) {
            return tooBig("string", BYTES, bytes, "text");
        }
        var graphemes = graphemes(text.asText());
        if (graphemes > GRAPHEMES) {
            return tooBig("grapheme", GRAPHEMES, graphemes, "text");
        }
        if (!INSTANT.matcher(record.path("createdAt").asText()).matches()) {
            return Optional.of("Invalid datetime at $.record.createdAt");
        }
        return faultOfFacets(record.path("facets")).or(() -> faultOfEmbed(record.path("embed")));
    }

    private static Optional<String> faultOfFacets(JsonNode facets) {
        for (var facet : facets) {
            var index = facet.path("index");
            if (!index.path("byteStart").isInt() || !index.path("byteEnd").isInt()) {
                return Optional.of("Expected integer value type at $.record.facets");
            }
            for (var feature : facet.path("features")) {
                if (feature.has("uri")
                        && !URI.matcher(feature.path("uri").asText()).matches()) {
                    return Optional.of("Invalid uri at $.record.facets");
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> faultOfEmbed(JsonNode embed) {
        var images = embed.path("images");
        if (images.size() > IMAGES) {
            return tooBig("array", IMAGES, images.size(), "embed.images");
        }
        for (var image : images) {
            if (!image.path("alt").isTextual()) {
                return Optional.of("Missing required key \"alt\" at $.record.embed.images");
            }
            var size = image.path("image").path("size").asLong();
            if (size > IMAGE_BYTES) {
                return tooBig("blob", IMAGE_BYTES, size, "embed.images");
            }
            if (!image.path("image").path("mimeType").asText().startsWith("image/")) {
                return Optional.of("Invalid mime type at $.record.embed.images");
            }
        }
        var external = embed.path("external");
        return external.isMissingNode()
                        || (URI.matcher(external.path("uri").asText()).matches()
                                && external.path("title").isTextual()
                                && external.path("description").isTextual())
                ? Optional.empty()
                : Optional.of("Invalid external at $.record.embed");
    }

    private static Optional<String> tooBig(String what, long most, long found, String where) {
        return Optional.of(what + " too big (maximum " + most + ", got " + found + ") at $.record." + where);
    }
}
