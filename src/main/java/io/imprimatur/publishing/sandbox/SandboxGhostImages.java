package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The images of the sandbox's Ghost. */
final class SandboxGhostImages {
    private static final String FILES = "/content/images/2026/01/";

    private final ObjectMapper json = new ObjectMapper();
    private final Shelf images;

    SandboxGhostImages(Shelf images) {
        this.images = images;
    }

    int count() {
        return images.all().size();
    }

    static boolean serves(SandboxRequest request) {
        return request.path().startsWith(FILES);
    }

    SandboxAnswer file(SandboxRequest request) {
        return images.get(request.path().substring(FILES.length()))
                .map(item -> SandboxAnswer.file(
                        item.path("type").asText(),
                        Base64.getDecoder().decode(item.path("bytes").asText())))
                .orElseGet(() -> SandboxAnswer.empty(404));
    }

    SandboxAnswer upload(SandboxRequest request) {
        var form = SandboxForm.of(request);
        var file = form.part("file");
        if (file == null) {
            return SandboxGhostErrors.invalid();
        }
        if (!file.type().startsWith("image/")) {
            return SandboxGhostErrors.of(415, "UnsupportedMediaTypeError", "Please select a valid image.", null);
        }
        var name = images.nextId() + "-" + file.fileName();
        images.put(name, json.createObjectNode().put("type", file.type()).put("bytes", file.bytes()));
        var image = Map.of("url", request.baseUrl() + FILES + name, "ref", form.text("ref"));
        return SandboxAnswer.json(201, Map.of("images", List.of(image)));
    }
}
