package io.imprimatur.flow.rest;

import io.imprimatur.flow.internal.library.Draft;
import io.imprimatur.flow.internal.library.Drafts;
import io.imprimatur.flow.internal.library.ModelKind;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Drafts of flows and tables, which managers share. */
@RestController
@RequestMapping("/api/flows/drafts")
class DraftController {
    private final Drafts drafts;
    private final CurrentPerson person;

    DraftController(Drafts drafts, CurrentPerson person) {
        this.drafts = drafts;
        this.person = person;
    }

    /**
     * @param key read from the model; what is sent here is not looked at
     * @param kind {@code flow} or {@code table}
     * @param base id of the version that it was made from, if any
     */
    record Begun(
            @Nullable String name,
            @Nullable String key,
            @Nullable String kind,
            @Nullable String base,
            @Nullable String xml) {}

    /** @param version the one that was changed */
    record Changed(@Nullable String name, @Nullable String xml, int version) {}

    record Saved(UUID id, int version, Instant savedAt) {
        static Saved of(Draft draft) {
            return new Saved(draft.id(), draft.version(), draft.savedAt());
        }
    }

    record Whole(
            UUID id,
            String name,
            String key,
            String kind,
            @Nullable String base,
            String xml,
            int version,
            Instant savedAt,
            String savedBy) {
        static Whole of(Draft draft) {
            return new Whole(
                    draft.id(),
                    draft.name(),
                    draft.key(),
                    draft.kind().name().toLowerCase(Locale.ROOT),
                    draft.base(),
                    draft.xml(),
                    draft.version(),
                    draft.savedAt(),
                    draft.savedBy());
        }
    }

    @Operation(summary = "Begin a draft")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Saved begin(@RequestBody Begun begun) {
        return Saved.of(drafts.begin(
                text(begun.name(), "name"),
                kind(begun.kind()),
                begun.base(),
                text(begun.xml(), "xml"),
                person.require()));
    }

    @Operation(summary = "Save a draft", description = "Refused when somebody else has saved it since it was opened.")
    @PutMapping("/{id}")
    Saved save(@PathVariable UUID id, @RequestBody Changed changed) {
        return Saved.of(drafts.save(
                id, changed.version(), text(changed.name(), "name"), text(changed.xml(), "xml"), person.require()));
    }

    @Operation(summary = "A draft")
    @GetMapping("/{id}")
    Whole get(@PathVariable UUID id) {
        return Whole.of(drafts.get(id));
    }

    @Operation(summary = "Discard a draft")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id) {
        drafts.discard(id);
    }

    private static ModelKind kind(@Nullable String given) {
        for (var kind : ModelKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(given)) {
                return kind;
            }
        }
        throw Refusal.invalid("kind-missing", "A draft is a \"flow\" or a \"table\".")
                .about("kind");
    }

    private static String text(@Nullable String given, String field) {
        if (given == null) {
            throw Refusal.invalid(field + "-missing", "The field \"" + field + "\" is missing.")
                    .about(field);
        }
        return given;
    }
}
