package io.imprimatur.desk.rest;

import io.imprimatur.desk.view.PieceReading;
import io.imprimatur.identity.CurrentPerson;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One piece with all that belongs to it, for programs. */
@RestController
class ContentViewController {
    private final PieceReading reading;
    private final CurrentPerson currentPerson;

    ContentViewController(PieceReading reading, CurrentPerson currentPerson) {
        this.reading = reading;
        this.currentPerson = currentPerson;
    }

    /** The ETag is the current revision's number, which {@code PUT /api/contents/{id}} takes as {@code If-Match}. */
    @GetMapping("/api/contents/{id}")
    ResponseEntity<ContentResource> content(@PathVariable UUID id) {
        var resource = ContentResource.of(reading.read(id, currentPerson.require()));
        return ResponseEntity.ok()
                .eTag(Integer.toString(resource.revision()))
                .cacheControl(CacheControl.noStore())
                .body(resource);
    }
}
