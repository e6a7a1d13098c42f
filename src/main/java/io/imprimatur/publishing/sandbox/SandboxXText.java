package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.twitter.twittertext.Extractor;
import io.imprimatur.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What X makes of a text: addresses behind t.co, the images' own address, and three HTML references. */
final class SandboxXText {
    private static final int SLUG = 10;

    private SandboxXText() {}

    static ObjectNode shown(ObjectNode stored, String user, List<String> mediaKeys) {
        var id = stored.path("id").asText();
        var post = new ObjectMapper().createObjectNode().put("id", id);
        post.set("created_at", stored.path("created_at"));
        post.putArray("edit_history_post_ids").add(id);
        var urls = post.putObject("entities").putArray("urls");
        var text = shortened(stored.path("raw").asText(), urls);
        for (var key : mediaKeys) {
            var own = "https://x.com/" + user + "/status/" + id + "/photo/1";
            add(urls, own, "pic.x.com/" + slug(own)).put("media_key", key);
            post.withObject("/attachments").withArray("/media_keys").add(key);
            text = text.endsWith(address(own)) ? text : text + " " + address(own);
        }
        return post.put("text", text);
    }

    private static String shortened(String text, ArrayNode urls) {
        var shown = new StringBuilder();
        var from = 0;
        for (var url : new Extractor().extractURLsWithIndices(text)) {
            var full = url.getValue().matches("(?i)https?://.*") ? url.getValue() : "http://" + url.getValue();
            add(urls, full, full.replaceFirst("(?i)^https?://", ""));
            shown.append(escaped(text.substring(from, url.getStart()))).append(address(full));
            from = url.getEnd();
        }
        return shown.append(escaped(text.substring(from))).toString();
    }

    private static ObjectNode add(ArrayNode urls, String expanded, String display) {
        return urls.addObject()
                .put("start", 0)
                .put("end", 0)
                .put("url", address(expanded))
                .put("expanded_url", expanded)
                .put("display_url", display);
    }

    private static String address(String expanded) {
        return "https://t.co/" + slug(expanded);
    }

    private static String slug(String expanded) {
        return Sha256.hex(expanded.getBytes(StandardCharsets.UTF_8)).substring(0, SLUG);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
