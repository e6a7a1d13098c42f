package io.imprimatur.audit.internal;

import io.imprimatur.platform.CanonicalJson;
import io.imprimatur.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Binds an entry to all before it: SHA-256 over the previous hash, as 64 hexadecimal digits, followed by the RFC 8785
 * JSON of the entry with its place. An auditor needs no more than this to recompute the chain from the two tables.
 */
final class ChainHash {
    /** What stands before the first entry. */
    static final String START = "0".repeat(64);

    private ChainHash() {}

    static String of(String previous, long seq, LedgerRow row) {
        var json = new HashMap<String, @Nullable Object>();
        json.put("seq", seq);
        json.put("id", row.id().toString());
        json.put("at", row.at().toString());
        json.put("actor", row.actor());
        json.put("action", row.action());
        json.put("subject", row.subject());
        json.put("contentId", Objects.toString(row.contentId(), null));
        json.put("revision", row.revision());
        json.put("revisionHash", row.revisionHash());
        json.put("processDefinition", row.processDefinition());
        json.put("door", row.door());
        json.put("details", row.details());
        var canonical = new String(CanonicalJson.bytes(json), StandardCharsets.UTF_8);
        return Sha256.hex((previous + canonical).getBytes(StandardCharsets.UTF_8));
    }
}
