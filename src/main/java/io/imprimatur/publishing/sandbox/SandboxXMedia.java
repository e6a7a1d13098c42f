package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** X's upload of images: announced, sent in segments, finished, processed, described; and served reworked. */
final class SandboxXMedia {
    static final String FILES = "/media/";

    private static final String UPLOAD = "/2/media/upload";
    private static final int LONGEST_SEGMENT = 5 * 1024 * 1024;
    private static final int LONGEST_IMAGE = 5 * 1024 * 1024;
    private static final int LONGEST_ALT_TEXT = 1_000;
    private static final long FIRST_ID = 1_800_000_000_000_000_000L;

    private static final Pattern SEGMENT = Pattern.compile("POST " + UPLOAD + "/(\\d+)/(append|finalize)");

    private final ObjectMapper json = new ObjectMapper();
    private final Shelf media;
    private int processing;

    SandboxXMedia(Shelf media) {
        this.media = media;
    }

    void process(int looks) {
        processing = looks;
    }

    SandboxAnswer answer(SandboxRequest request) {
        return switch (request.line()) {
            case "POST " + UPLOAD + "/initialize" -> initialize(request.json());
            case "GET " + UPLOAD -> status(request.parameter("media_id"));
            case "POST /2/media/metadata" -> describe(request.json());
            default -> segment(request);
        };
    }

    boolean isReady(String id) {
        return media.get(id)
                .filter(image -> image.path("finished").asBoolean()
                        && image.path("looks").asInt() == 0)
                .isPresent();
    }

    List<String> keys(JsonNode post) {
        var keys = new ArrayList<String>();
        post.path("images").forEach(id -> keys.add(key(id.asText())));
        return keys;
    }

    List<String> altTexts(JsonNode post) {
        var texts = new ArrayList<String>();
        post.path("images")
                .forEach(id -> texts.add(media.get(id.asText())
                        .map(image -> image.path("alt_text").asText())
                        .orElse("")));
        return texts;
    }

    /** The images of posts, as an expansion gives them. */
    List<JsonNode> included(String baseUrl, List<ObjectNode> posts) {
        var included = new ArrayList<JsonNode>();
        for (var post : posts) {
            for (var id : post.path("images")) {
                media.get(id.asText()).ifPresent(image -> {
                    var node = json.createObjectNode()
                            .put("media_key", key(id.asText()))
                            .put("type", "photo")
                            .put("url", baseUrl + FILES + id.asText() + ".jpg");
                    if (image.has("alt_text")) {
                        node.put("alt_text", image.path("alt_text").asText());
                    }
                    included.add(node);
                });
            }
        }
        return included;
    }

    /** Other bytes than those that were sent: X compresses every image anew. */
    SandboxAnswer file(String path) {
        var id = path.substring(FILES.length()).replace(".jpg", "");
        return media.get(id)
                .map(image -> {
                    var bytes = new ByteArrayOutputStream();
                    bytes.writeBytes(bytes(image));
                    bytes.write(0);
                    return SandboxAnswer.file("image/jpeg", bytes.toByteArray());
                })
                .orElseGet(() -> SandboxAnswer.empty(404));
    }

    private SandboxAnswer initialize(JsonNode given) {
        var size = given.path("total_bytes").asInt();
        if (size > LONGEST_IMAGE || !given.path("media_type").asText().startsWith("image/")) {
            return SandboxXProblem.invalid("total_bytes", "" + size, "File size exceeds 5242880 bytes.");
        }
        var id = String.valueOf(FIRST_ID + media.nextId());
        media.put(
                id,
                json.createObjectNode()
                        .put("size", size)
                        .put("segments", 0)
                        .put("looks", processing)
                        .put("bytes", new byte[0]));
        return data(Map.of("id", id, "media_key", key(id), "expires_after_secs", 86_400));
    }

    private SandboxAnswer segment(SandboxRequest request) {
        var step = SEGMENT.matcher(request.line());
        var id = step.matches() ? step.group(1) : "";
        return media.get(id)
                .map(image ->
                        step.group(2).equals("append") ? append(id, image, SandboxForm.of(request)) : finish(id, image))
                .orElseGet(() -> SandboxXProblem.of(404, "Not Found", "Not Found"));
    }

    private SandboxAnswer append(String id, ObjectNode image, SandboxForm form) {
        var part = form.part("media");
        var next = image.path("segments").asInt();
        if (part == null
                || part.bytes().length > LONGEST_SEGMENT
                || !form.text("segment_index").equals(String.valueOf(next))) {
            return SandboxXProblem.invalid("segment_index", form.text("segment_index"), "Segments do not add up.");
        }
        var all = new ByteArrayOutputStream();
        all.writeBytes(bytes(image));
        all.writeBytes(part.bytes());
        media.put(id, image.put("segments", next + 1).put("bytes", all.toByteArray()));
        return data(Map.of("expires_at", 1_900_000_000));
    }

    private SandboxAnswer finish(String id, ObjectNode image) {
        if (bytes(image).length != image.path("size").asInt()) {
            return SandboxXProblem.invalid("id", id, "Invalid MediaId, segments do not add up to the announced size.");
        }
        media.put(id, image.put("finished", true));
        return status(id);
    }

    private SandboxAnswer status(String id) {
        return media.get(id)
                .map(image -> {
                    var looks = image.path("looks").asInt();
                    var data = json.createObjectNode().put("id", id).put("media_key", key(id));
                    data.put("size", image.path("size").asInt());
                    if (looks > 0) {
                        data.putObject("processing_info")
                                .put("state", "in_progress")
                                .put("check_after_secs", 1);
                        media.put(id, image.put("looks", looks - 1));
                    } else if (processing > 0) {
                        data.putObject("processing_info").put("state", "succeeded");
                    }
                    return data(data);
                })
                .orElseGet(() -> SandboxXProblem.of(404, "Not Found", "Not Found"));
    }

    private SandboxAnswer describe(JsonNode given) {
        var id = given.path("id").asText();
        var text = given.path("metadata").path("alt_text").path("text").asText();
        if (text.length() > LONGEST_ALT_TEXT) {
            return SandboxXProblem.invalid("alt_text", text, "Alt text is too long.");
        }
        return media.get(id)
                .map(image -> {
                    media.put(id, image.put("alt_text", text));
                    return data(Map.of("id", id));
                })
                .orElseGet(() -> SandboxXProblem.of(404, "Not Found", "Not Found"));
    }

    private static byte[] bytes(JsonNode image) {
        return Base64.getDecoder().decode(image.path("bytes").asText());
    }

    private static String key(String id) {
        return "3_" + id;
    }

    private static SandboxAnswer data(Object data) {
        return SandboxAnswer.json(200, Map.of("data", data));
    }
}
