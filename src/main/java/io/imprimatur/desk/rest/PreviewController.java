package io.imprimatur.desk.rest;

import io.imprimatur.desk.view.PieceReading;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.publishing.Previews;
import io.imprimatur.publishing.channel.Preview;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How a piece will look on each of its channels, for programs. */
@RestController
class PreviewController {
    private final PieceReading reading;
    private final Previews previews;
    private final CurrentPerson currentPerson;

    PreviewController(PieceReading reading, Previews previews, CurrentPerson currentPerson) {
        this.reading = reading;
        this.previews = previews;
        this.currentPerson = currentPerson;
    }

    /** @param fits whether the channel would take it */
    record View(String channel, String displayName, int revision, boolean fits, Preview preview) {}

    @Operation(
            summary = "The current revision as each channel will show it",
            description = "Offsets and folds count UTF-16 units of \"text\"; a fold beyond its end hides nothing.")
    @GetMapping("/api/contents/{id}/previews")
    ResponseEntity<List<View>> previews(@PathVariable UUID id) {
        var revision = reading.read(id, currentPerson.require()).current();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(previews.of(revision).stream()
                        .map(each -> new View(
                                each.channel().key(),
                                each.channel().displayName(),
                                revision.number(),
                                each.preview().fits(),
                                each.preview()))
                        .toList());
    }
}
