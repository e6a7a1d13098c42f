package io.imprimatur.publishing.web;

import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.platform.Refusal;
import io.imprimatur.publishing.PublishingStop;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The switch that halts all publishing. */
@RestController
@RequestMapping("/api/publishing/stop")
class StopApi {
    private final PublishingStop stop;
    private final CurrentPerson currentPerson;

    StopApi(PublishingStop stop, CurrentPerson currentPerson) {
        this.stop = stop;
        this.currentPerson = currentPerson;
    }

    /** @param note why, in words */
    record Given(@Nullable Boolean stopped, @Nullable String note) {}

    @Operation(summary = "Whether publishing is stopped")
    @GetMapping
    PublishingStop.State state() {
        return stop.state();
    }

    @Operation(
            summary = "Stop all publishing, or let it go on; for compliance",
            description =
                    "From the answer on, no node begins to send. \"leaving\" counts what had begun to be sent before.")
    @PutMapping
    PublishingStop.State set(@RequestBody Given given) {
        if (given.stopped() == null) {
            throw Refusal.invalid("stopped-missing", "Say whether publishing is to be stopped: true or false.")
                    .about("stopped");
        }
        var note = given.note();
        return stop.set(
                given.stopped(),
                note == null ? "" : note,
                currentPerson.require().id());
    }
}
