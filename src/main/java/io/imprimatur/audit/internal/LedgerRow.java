package io.imprimatur.audit.internal;

import io.imprimatur.audit.Door;
import io.imprimatur.audit.LedgerEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code ledger_entry} as it is, even if it is not as it should be. */
record LedgerRow(
        UUID id,
        Instant at,
        String actor,
        String action,
        String subject,
        @Nullable UUID contentId,
        @Nullable Integer revision,
        @Nullable String revisionHash,
        @Nullable String processDefinition,
        String door,
        Map<String, Object> details) {

    static final String COLUMNS = "e.id, e.at, e.actor, e.action, e.subject, e.content_id, e.revision, e.revision_hash,"
            + " e.process_definition, e.door, e.details";

    /** @return null where an outer join found no entry */
    static @Nullable LedgerRow read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return id == null
                ? null
                : new LedgerRow(
                        id,
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getObject("content_id", UUID.class),
                        row.getObject("revision", Integer.class),
                        row.getString("revision_hash"),
                        row.getString("process_definition"),
                        row.getString("door"),
                        DetailsJson.read(row.getString("details")));
    }

    LedgerEntry entry() {
        var texts = new TreeMap<String, String>();
        details.forEach((name, value) -> texts.put(name, value.toString()));
        return new LedgerEntry(actor, action, subject, contentId, revision, revisionHash, processDefinition, texts);
    }

    /** {@link Door#SYSTEM} for a name that no door has. */
    Door knownDoor() {
        for (var known : Door.values()) {
            if (known.name().equals(door)) {
                return known;
            }
        }
        return Door.SYSTEM;
    }
}
