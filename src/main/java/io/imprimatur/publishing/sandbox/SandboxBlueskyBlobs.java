package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The blobs of a personal data server: kept as they are sent, and served once a record refers to them. */
final class SandboxBlueskyBlobs {
    /** The server's own default for one upload; records allow less. */
    private static final int LONGEST_UPLOAD = 5 * 1024 * 1024;

    private final ObjectMapper json = new ObjectMapper();
    private final Shelf blobs;

    SandboxBlueskyBlobs(Shelf blobs) {
        this.blobs = blobs;
    }

    SandboxAnswer upload(SandboxRequest request) {
        if (request.body().length > LONGEST_UPLOAD) {
            return SandboxBluesky.error(413, "PayloadTooLarge", "request entity too large");
        }
        var cid = Cid.ofBlob(request.body());
        var type = request.header("Content-Type");
        blobs.put(cid, json.createObjectNode().put("type", type).put("bytes", request.body()));
        var blob =
                Map.of("$type", "blob", "ref", Map.of("$link", cid), "mimeType", type, "size", request.body().length);
        return SandboxAnswer.json(200, Map.of("blob", blob));
    }

    /** A blob that the record refers to and that was never uploaded. */
    Optional<String> missing(JsonNode record) {
        return BlueskyLexicon.blobs(record).stream()
                .filter(cid -> blobs.get(cid).isEmpty())
                .findFirst();
    }

    SandboxAnswer file(String cid, List<ObjectNode> posts) {
        var shown = posts.stream()
                .anyMatch(post -> BlueskyLexicon.blobs(post.path("value")).contains(cid));
        return blobs.get(cid)
                .filter(blob -> shown)
                .map(blob -> SandboxAnswer.file(
                        blob.path("type").asText(),
                        Base64.getDecoder().decode(blob.path("bytes").asText())))
                .orElseGet(() -> SandboxBluesky.error(400, "InvalidRequest", "Blob not found"));
    }
}
