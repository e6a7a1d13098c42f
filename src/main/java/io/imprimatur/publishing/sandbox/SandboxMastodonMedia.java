package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** The images of a Mastodon instance, which works on each for a while before it can be attached to a post. */
final class SandboxMastodonMedia {
    static final String FILES = "/system/media_attachments/";
    static final int ALT_TEXT = 1500;
    static final int MOST = 4;

    private static final Set<String> IMAGES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");

    private final Shelf media;

    SandboxMastodonMedia(Shelf media) {
        this.media = media;
    }

    /** Those that are there. */
    List<ObjectNode> of(JsonNode ids) {
        var found = new ArrayList<ObjectNode>();
        ids.forEach(id -> media.get(id.asText()).ifPresent(found::add));
        return found;
    }

    /** Why those cannot be attached to a new post; empty when they can. */
    static String refusal(JsonNode ids, List<ObjectNode> found) {
        if (ids.size() > MOST) {
            return "Cannot attach more than 4 files";
        }
        if (found.size() < ids.size() || found.stream().anyMatch(image -> image.has("status"))) {
            return "Media not found or already attached to another post";
        }
        return found.stream().anyMatch(image -> image.path("url").isNull())
                ? "Cannot attach files that have not finished processing. Try again in a moment!"
                : "";
    }

    void attach(List<ObjectNode> images, String status) {
        images.forEach(image -> media.put(image.path("id").asText(), image.put("status", status)));
    }

    SandboxAnswer upload(SandboxRequest request) {
        var form = SandboxForm.of(request);
        var file = form.part("file");
        if (file == null || !IMAGES.contains(file.type())) {
            return SandboxMastodon.error(422, "Validation failed: File content type is invalid, File is invalid");
        }
        var description = form.text("description");
        if (description.codePointCount(0, description.length()) > ALT_TEXT) {
            return SandboxMastodon.error(
                    422, "Validation failed: Description is too long (maximum is " + ALT_TEXT + " characters)");
        }
        var id = String.valueOf(media.nextId());
        var item = JsonNodeFactory.instance.objectNode();
        item.put("id", id).put("type", "image").putNull("url").put("description", description);
        item.put("content_type", file.type()).put("bytes", reworked(file.bytes()));
        item.put("address", request.baseUrl() + FILES + id).put("looks", 0);
        media.put(id, item);
        return SandboxAnswer.json(202, shown(item));
    }

    /** Not there at the first look, as of an instance whose workers are behind. */
    SandboxAnswer processed(String id) {
        var found = media.get(id);
        if (found.isEmpty()) {
            return SandboxMastodon.error(404, "Record not found");
        }
        var item = found.get();
        var ready = item.path("looks").asInt() > 0;
        if (ready) {
            item.put("url", item.path("address").asText());
        }
        item.put("looks", item.path("looks").asInt() + 1);
        media.put(id, item);
        return SandboxAnswer.json(ready ? 200 : 206, shown(item));
    }

    SandboxAnswer file(String id) {
        return media.get(id)
                .map(item -> SandboxAnswer.file(
                        item.path("content_type").asText(),
                        Base64.getDecoder().decode(item.path("bytes").asText())))
                .orElseGet(() -> SandboxAnswer.empty(404));
    }

    /** Without what only the server knows. */
    static ObjectNode shown(ObjectNode item) {
        return item.deepCopy().without(List.of("bytes", "content_type", "address", "looks", "status"));
    }

    /** Every instance makes its own sizes: other bytes, which show the same. */
    private static byte[] reworked(byte[] image) {
        return Arrays.copyOf(image, image.length + 1);
    }
}
