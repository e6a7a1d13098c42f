package io.imprimatur.audit.internal;

import io.imprimatur.audit.Door;
import io.imprimatur.audit.RecordedEntry;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One entry on {@code GET /api/ledger}: the same names as in the JSON that is hashed. */
record LedgerView(
        UUID id,
        Instant at,
        String actor,
        String action,
        String subject,
        @Nullable UUID contentId,
        @Nullable Integer revision,
        @Nullable String revisionHash,
        @Nullable String processDefinition,
        Door door,
        Map<String, String> details,
        @Nullable Long seq,
        @Nullable String hash) {

    static LedgerView of(RecordedEntry recorded) {
        var entry = recorded.entry();
        return new LedgerView(
                recorded.id(),
                recorded.at(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.contentId(),
                entry.revision(),
                entry.revisionHash(),
                entry.processDefinition(),
                recorded.door(),
                entry.details(),
                recorded.seq(),
                recorded.hash());
    }
}
