package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The photos of a Facebook page. */
final class SandboxFacebookPhotos {
    static final String FILES = "/scontent/";

    private static final Set<String> IMAGES =
            Set.of("image/jpeg", "image/png", "image/gif", "image/bmp", "image/tiff", "image/webp");

    private final Shelf photos;

    SandboxFacebookPhotos(Shelf photos) {
        this.photos = photos;
    }

    /** Takes unpublished ones only: a published one would be a post of its own. */
    SandboxAnswer upload(SandboxRequest request) {
        var form = SandboxForm.of(request);
        var source = form.part("source");
        if (source == null || !IMAGES.contains(source.type())) {
            return SandboxGraphError.of(400, 324, 0, "OAuthException", "(#324) Requires upload file");
        }
        if (!form.text("published").equals("false")) {
            return SandboxGraphError.of(400, 200, 0, "OAuthException", "(#200) This sandbox takes no photo posts");
        }
        var id = String.valueOf(122_100_000_000_000L + photos.nextId());
        var photo = JsonNodeFactory.instance.objectNode();
        photo.put("id", id).put("alt_text_custom", form.text("alt_text_custom")).put("content_type", source.type());
        photo.put("bytes", recompressed(source.bytes())).put("shown", false);
        photos.put(id, photo);
        return SandboxAnswer.json(200, Map.of("id", id));
    }

    /** Whether all are there and no post shows them yet. */
    boolean mayShow(List<String> ids) {
        return ids.stream().allMatch(id -> photos.get(id)
                .filter(photo -> !photo.path("shown").asBoolean())
                .isPresent());
    }

    void show(List<String> ids) {
        ids.forEach(id -> photos.get(id).ifPresent(photo -> photos.put(id, photo.put("shown", true))));
    }

    Optional<SandboxAnswer> one(String id, SandboxRequest request) {
        return photos.get(id).map(photo -> {
            var read = JsonNodeFactory.instance.objectNode();
            read.put("id", id)
                    .put("alt_text_custom", photo.path("alt_text_custom").asText());
            var sizes = read.putArray("images");
            for (var width : List.of(130, 2048, 720)) {
                sizes.addObject().put("width", width).put("source", request.baseUrl() + FILES + id + "/" + width);
            }
            return SandboxAnswer.json(200, read);
        });
    }

    SandboxAnswer file(SandboxRequest request) {
        var id = request.path().substring(FILES.length()).split("/", 2)[0];
        return photos.get(id)
                .map(photo -> SandboxAnswer.file(
                        photo.path("content_type").asText(),
                        Base64.getDecoder().decode(photo.path("bytes").asText())))
                .orElseGet(() -> SandboxAnswer.empty(404));
    }

    List<String> altTexts(JsonNode ids) {
        var texts = new ArrayList<String>();
        ids.forEach(id -> photos.get(id.asText())
                .ifPresent(photo -> texts.add(photo.path("alt_text_custom").asText())));
        return texts;
    }

    /** One photo is the attachment itself; more are below an album; a link is a share. */
    void attach(ObjectNode post, JsonNode ids, String link) {
        if (ids.isEmpty() && link.isEmpty()) {
            return;
        }
        var attachment = post.putObject("attachments").putArray("data").addObject();
        if (ids.isEmpty()) {
            attachment.put("media_type", "link").put("url", link);
        } else if (ids.size() == 1) {
            photo(attachment, ids.path(0));
        } else {
            attachment.put("media_type", "album");
            var below = attachment.putObject("subattachments").putArray("data");
            ids.forEach(id -> photo(below.addObject(), id));
        }
    }

    private static void photo(ObjectNode attachment, JsonNode id) {
        attachment.put("media_type", "photo").putObject("target").put("id", id.asText());
    }

    private static byte[] recompressed(byte[] image) {
        return Arrays.copyOf(image, image.length + 1);
    }
}
