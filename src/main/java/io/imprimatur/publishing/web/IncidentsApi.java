package io.imprimatur.publishing.web;

import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.platform.Refusal;
import io.imprimatur.publishing.Publications;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What stopped, over REST; for managers. */
@RestController
@RequestMapping("/api")
class IncidentsApi {
    private final StoppedThings stopped;
    private final Publications publications;
    private final CurrentPerson currentPerson;

    IncidentsApi(StoppedThings stopped, Publications publications, CurrentPerson currentPerson) {
        this.stopped = stopped;
        this.publications = publications;
        this.currentPerson = currentPerson;
    }

    /** @param live whether readers can see the post */
    record Settlement(@Nullable Boolean live) {}

    @GetMapping("/incidents")
    List<StoppedThing> incidents() {
        return stopped.all();
    }

    @PostMapping("/incidents/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retryStep(@PathVariable String id) {
        stopped.retryStep(id, manager());
    }

    @PostMapping("/publications/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retry(@PathVariable UUID id) {
        publications.tryAgain(id, manager());
    }

    @PostMapping("/publications/{id}/settlement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(@PathVariable UUID id, @RequestBody Settlement settlement) {
        if (settlement.live() == null) {
            throw Refusal.invalid("live-missing", "Say whether the post is live: true or false.");
        }
        publications.settleUnknown(id, settlement.live(), manager());
    }

    private String manager() {
        return currentPerson.require().id();
    }
}
