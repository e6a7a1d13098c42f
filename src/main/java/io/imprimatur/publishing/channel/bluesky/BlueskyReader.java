package io.imprimatur.publishing.channel.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.imprimatur.publishing.channel.LivePost;
import io.imprimatur.publishing.channel.Picture;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.http.Exchange;
import io.imprimatur.publishing.channel.http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a record back, with the bytes of its images, which the server keeps as they were sent. Links, cards, labels and
 * anything else in the record that we do not write counts as text, so it is a difference.
 */
final class BlueskyReader {
    private static final List<String> PLAIN = List.of("$type", "text", "createdAt");
    private static final String MISSING = "missing";
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    private final BlueskyApi api;
    private final ObjectMapper json;

    BlueskyReader(BlueskyApi api, ObjectMapper json) {
        this.api = api;
        this.json = json;
    }

    ReadBack read(Post post, PostUri uri) {
        var reply = api.get(uri);
        if (BlueskyApi.saysMissing(reply)) {
            return new ReadBack.Missing();
        }
        if (reply.json() == null) {
            return reply.noReadBack();
        }
        var record = reply.json().path("value");
        var images = new ArrayList<LivePost.Image>();
        for (var image : images(record)) {
            var exchange = api.blob(
                    uri.did(), image.path("image").path("ref").path("$link").asText());
            var read = read(image, exchange);
            if (read.isEmpty()) {
                return new Reply(exchange, null, reply.error(), reply.reading()).noReadBack();
            }
            images.add(read.get());
        }
        return new ReadBack.Read(List.of(new LivePost("", paragraphs(post, record), null, images)));
    }

    private static JsonNode images(JsonNode record) {
        var embed = record.path("embed");
        return embed.path("$type").asText().equals(BlueskyRecord.IMAGES) ? embed.path("images") : embed.path(MISSING);
    }

    private List<String> paragraphs(Post post, JsonNode record) {
        var paragraphs = new ArrayList<>(Post.paragraphs(record.path("text").asText()));
        var foreign = foreign(post, record);
        if (!foreign.isEmpty()) {
            paragraphs.add(foreign.toString());
        }
        return paragraphs;
    }

    /** What of the record is not as we write it, its text, time and images aside. */
    private ObjectNode foreign(Post post, JsonNode record) {
        var foreign = json.createObjectNode();
        record.properties().forEach(field -> foreign.set(field.getKey(), field.getValue()));
        foreign.remove(PLAIN);
        var facets = BlueskyRecord.facets(post);
        dropExpected(foreign, "facets", facets.isEmpty() ? json.missingNode() : json.valueToTree(facets));
        if (images(record).isMissingNode()) {
            dropExpected(
                    foreign,
                    "embed",
                    BlueskyRecord.card(post)
                            .map(link -> json.<JsonNode>valueToTree(BlueskyRecord.external(link)))
                            .orElse(json.missingNode()));
        } else {
            foreign.remove("embed");
        }
        return foreign;
    }

    /** What is missing though we write it is named too, as null. */
    private static void dropExpected(ObjectNode foreign, String field, JsonNode expected) {
        if (foreign.path(field).equals(expected)) {
            foreign.remove(field);
        } else if (!foreign.has(field)) {
            foreign.putNull(field);
        }
    }

    /** @return empty when the server did not answer */
    private static Optional<LivePost.Image> read(JsonNode image, Exchange exchange) {
        var altText = image.path("alt").asText();
        if (!(exchange instanceof Exchange.Answer answer)
                || answer.status() >= SERVER_ERROR
                || answer.status() == TOO_MANY_REQUESTS) {
            return Optional.empty();
        }
        return Optional.of(
                answer.ok()
                        ? LivePost.Image.original(altText, new Picture(answer.mediaType(), answer.body()))
                        : new LivePost.Image(altText, MISSING));
    }
}
