package io.imprimatur.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened: who did what to which subject. Holds ids, hashes, enumerations and instants only, never content. The
 * door and the time are added by the ledger.
 *
 * @param actor id of the person, or {@code system}
 * @param action upper-case words joined by underscores, such as {@code REVISION_CREATED}
 * @param subject kind and id, such as {@code content:0b0e…}
 * @param contentId the piece that it is about, if any
 * @param revision the revision's number, if any
 * @param revisionHash SHA-256 of the revision in lower-case hexadecimal, if any
 * @param processDefinition id of the engine's process definition with its version, if any
 * @param details further ids and enumerations
 */
public record LedgerEntry(
        String actor,
        String action,
        String subject,
        @Nullable UUID contentId,
        @Nullable Integer revision,
        @Nullable String revisionHash,
        @Nullable String processDefinition,
        Map<String, String> details) {

    public static final String SYSTEM = "system";

    public LedgerEntry {
        details = Map.copyOf(details);
    }

    public static LedgerEntry of(String actor, String action, String subject) {
        return new LedgerEntry(actor, action, subject, null, null, null, null, Map.of());
    }

    public static LedgerEntry aboutContent(String actor, String action, UUID contentId) {
        return new LedgerEntry(actor, action, "content:" + contentId, contentId, null, null, null, Map.of());
    }

    public LedgerEntry revision(int number, String hash) {
        return new LedgerEntry(actor, action, subject, contentId, number, hash, processDefinition, details);
    }

    public LedgerEntry processDefinition(@Nullable String id) {
        return new LedgerEntry(actor, action, subject, contentId, revision, revisionHash, id, details);
    }

    public LedgerEntry detail(String name, String value) {
        var more = new TreeMap<>(details);
        more.put(name, value);
        return new LedgerEntry(actor, action, subject, contentId, revision, revisionHash, processDefinition, more);
    }
}
