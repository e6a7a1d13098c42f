package io.imprimatur.publishing.channel.x;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.publishing.channel.Post;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What a post says, of the form that the API gives it in: addresses are behind t.co, the images' own address ends the text, and
 * three characters are HTML references (docs.x.com/x-api/fundamentals/data-dictionary).
 */
final class XPostText {
    private static final Pattern OWN_MEDIA =
            Pattern.compile("https?://(?:x|twitter)\\.com/[^/]+/status/\\d+/\\w+/\\d+");

    private XPostText() {}

    static List<String> paragraphs(JsonNode post) {
        return Post.paragraphs(XText.canonical(text(post)));
    }

    /** The post's media, in their order. */
    static List<JsonNode> images(JsonNode post, JsonNode includes) {
        Map<String, JsonNode> byKey = StreamSupport.stream(
                        includes.path("media").spliterator(), false)
                .collect(Collectors.toMap(media -> media.path("media_key").asText(), media -> media, (a, b) -> a));
        var images = new ArrayList<JsonNode>();
        for (var key : post.path("attachments").path("media_keys")) {
            images.add(byKey.getOrDefault(key.asText(), key));
        }
        return images;
    }

    private static String text(JsonNode post) {
        // the whole of a long text, should somebody have made it one
        var note = post.path("note_post");
        var full = note.path("text").asText().isEmpty() ? post : note;
        var text = full.path("text").asText();
        for (var link : links(full.path("entities"), post.path("entities"))) {
            var address = link.path("url").asText();
            var target = link.path("expanded_url").asText();
            var ownMedia =
                    link.hasNonNull("media_key") || OWN_MEDIA.matcher(target).matches();
            text = text.replace(address, ownMedia ? "" : escaped(target));
        }
        return text.strip().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** The longest first, since one could begin another. */
    private static List<JsonNode> links(JsonNode... entities) {
        var links = new ArrayList<JsonNode>();
        for (var each : entities) {
            each.path("urls").forEach(links::add);
        }
        links.removeIf(link -> link.path("url").asText().isEmpty());
        links.sort(Comparator.comparing(
                        (JsonNode link) -> link.path("url").asText().length())
                .reversed());
        return links;
    }

    private static String escaped(String address) {
        return address.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
