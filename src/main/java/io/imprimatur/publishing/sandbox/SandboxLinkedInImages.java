package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** LinkedIn's Images API: announce, put the bytes, wait. */
final class SandboxLinkedInImages {
    static final String UPLOADS = "/dms-uploads/";
    static final String FILES = "/dms/image/";

    private static final String URN = "urn:li:image:";
    private static final Set<String> TYPES = Set.of("image/jpeg", "image/png", "image/gif");

    private final Shelf images;

    SandboxLinkedInImages(Shelf images) {
        this.images = images;
    }

    SandboxAnswer announce(SandboxRequest request, String author) {
        if (!request.json().at("/initializeUploadRequest/owner").asText().equals(author)) {
            return SandboxLinkedInErrors.forbidden("partnerApiImages.ACTION-initializeUpload");
        }
        var id = "D" + (4_000_000L + images.nextId());
        var image = JsonNodeFactory.instance.objectNode();
        image.put("id", URN + id)
                .put("owner", author)
                .put("status", "WAITING_UPLOAD")
                .put("looks", 0);
        images.put(URN + id, image);
        var value = Map.of(
                "uploadUrlExpiresAt",
                4_000_000_000_000L,
                "uploadUrl",
                request.baseUrl() + UPLOADS + id,
                "image",
                URN + id);
        return SandboxAnswer.json(200, Map.of("value", value));
    }

    SandboxAnswer upload(SandboxRequest request) {
        var urn = URN + request.path().substring(UPLOADS.length());
        var found = images.get(urn);
        if (found.isEmpty() || !found.get().path("status").asText().equals("WAITING_UPLOAD")) {
            return SandboxAnswer.empty(404);
        }
        var type = request.header("Content-Type");
        var image = found.get().put("status", TYPES.contains(type) ? "PROCESSING" : "PROCESSING_FAILED");
        image.put("content_type", type).put("bytes", recompressed(request.body()));
        images.put(urn, image);
        return SandboxAnswer.empty(201);
    }

    /** Still being worked on at the first look. */
    SandboxAnswer one(SandboxRequest request, String urn) {
        var found = images.get(urn);
        if (found.isEmpty()) {
            return SandboxLinkedInErrors.error(404, "NOT_FOUND", "Could not find entity");
        }
        var image = found.get();
        if (image.path("status").asText().equals("PROCESSING")
                && image.path("looks").asInt() > 0) {
            image.put("status", "AVAILABLE");
            image.put("downloadUrl", request.baseUrl() + FILES + urn.substring(URN.length()));
        }
        images.put(urn, image.put("looks", image.path("looks").asInt() + 1));
        return SandboxAnswer.json(200, image.deepCopy().without(java.util.List.of("bytes", "content_type", "looks")));
    }

    SandboxAnswer file(SandboxRequest request) {
        return images.get(URN + request.path().substring(FILES.length()))
                .map(image -> SandboxAnswer.file(
                        image.path("content_type").asText(),
                        Base64.getDecoder().decode(image.path("bytes").asText())))
                .orElseGet(() -> SandboxAnswer.empty(404));
    }

    /** Whether the bytes of that image came. */
    boolean isUploaded(JsonNode urn) {
        return images.get(urn.asText())
                .map(image -> image.path("status").asText())
                .filter(status -> status.equals("PROCESSING") || status.equals("AVAILABLE"))
                .isPresent();
    }

    private static byte[] recompressed(byte[] image) {
        return Arrays.copyOf(image, image.length + 1);
    }
}
