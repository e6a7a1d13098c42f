package io.imprimatur.content.internal;

import io.imprimatur.content.MediaLibrary.Media;
import io.imprimatur.identity.CurrentPerson;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Images over REST: as the part {@code file} of a form, or as the body itself. */
@RestController
@RequestMapping("/api/media")
class MediaController {
    private final MediaService media;
    private final CurrentPerson currentPerson;
    private final ContentProperties bounds;

    MediaController(MediaService media, CurrentPerson currentPerson, ContentProperties bounds) {
        this.media = media;
        this.currentPerson = currentPerson;
        this.bounds = bounds;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Stored> upload(@RequestPart("file") MultipartFile file) throws IOException {
        try (var in = file.getInputStream()) {
            return store(in);
        }
    }

    @PostMapping(consumes = "image/*")
    ResponseEntity<Stored> uploadBody(HttpServletRequest request) throws IOException {
        return store(request.getInputStream());
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> download(@PathVariable UUID id) {
        var found = media.requireReadable(id, currentPerson.require().id());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.type()))
                .eTag("\"" + found.sha256() + "\"")
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(media.bytes(id));
    }

    /** Reads one byte more than allowed, so that the library can say what is too large. */
    private ResponseEntity<Stored> store(InputStream in) throws IOException {
        var most = Math.toIntExact(bounds.maxImageSize().toBytes());
        var stored =
                media.store(in.readNBytes(most + 1), currentPerson.require().id());
        return ResponseEntity.created(URI.create("/api/media/" + stored.id())).body(Stored.of(stored));
    }

    /**
     * @param width in pixels
     * @param size in bytes
     */
    record Stored(UUID id, String type, int width, int height, long size, String sha256) {
        static Stored of(Media media) {
            return new Stored(media.id(), media.type(), media.width(), media.height(), media.size(), media.sha256());
        }
    }
}
