package io.imprimatur.audit.internal;

import io.imprimatur.audit.LedgerQuery;
import io.imprimatur.audit.LedgerReader;
import io.imprimatur.audit.LedgerVerification;
import io.imprimatur.platform.Page;
import io.imprimatur.platform.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger for those who audit; the path is granted to compliance alone. */
@RestController
@RequestMapping("/api/ledger")
class LedgerController {
    private final LedgerReader ledger;

    LedgerController(LedgerReader ledger) {
        this.ledger = ledger;
    }

    @GetMapping
    Page<LedgerView> find(
            @RequestParam(required = false) @Nullable UUID contentId,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        var query = new LedgerQuery(
                contentId,
                text(actor, "actor"),
                text(action, "action"),
                instant(from, "from"),
                instant(to, "to"),
                page,
                size);
        var found = ledger.find(query);
        return new Page<>(
                found.items().stream().map(LedgerView::of).toList(), found.page(), found.size(), found.total());
    }

    @GetMapping("/verification")
    LedgerVerification verify() {
        return ledger.verify();
    }

    /** PostgreSQL compares no text that holds U+0000. */
    private static @Nullable String text(@Nullable String value, String field) {
        if (value != null && value.indexOf('\0') >= 0) {
            throw Refusal.invalid("bad-text", "This text cannot be looked for.").about(field);
        }
        return value == null || value.isBlank() ? null : value;
    }

    private static @Nullable Instant instant(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.invalid("bad-instant", "An instant is written like 2026-11-22T09:30:00Z.")
                    .about(field);
        }
    }
}
