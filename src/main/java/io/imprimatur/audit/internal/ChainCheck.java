package io.imprimatur.audit.internal;

import io.imprimatur.audit.LedgerVerification.Head;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Walks the chain by {@code seq} and notes the first place that does not hold. */
final class ChainCheck implements RowCallbackHandler {
    private final @Nullable Head known;
    private Head head = new Head(0, ChainHash.START);
    private @Nullable Long firstBroken;

    /** @param known an end that this chain had before and so must still have */
    ChainCheck(@Nullable Head known) {
        this.known = known;
    }

    @Override
    public void processRow(ResultSet row) throws SQLException {
        if (firstBroken != null) {
            return;
        }
        var expected = head.seq() + 1;
        var next = new Head(row.getLong("seq"), row.getString("hash"));
        if (next.seq() != expected || !next.hash().equals(recomputed(row, expected)) || contradictsKnown(next)) {
            firstBroken = expected;
        } else {
            head = next;
        }
    }

    @Nullable
    Long firstBroken() {
        if (firstBroken == null && known != null && known.seq() > head.seq()) {
            return head.seq() + 1;
        }
        return firstBroken;
    }

    @Nullable
    Head head() {
        return head.seq() == 0 ? null : head;
    }

    private boolean contradictsKnown(Head next) {
        return known != null && known.seq() == next.seq() && !known.hash().equals(next.hash());
    }

    private @Nullable String recomputed(ResultSet row, long seq) throws SQLException {
        try {
            var entry = LedgerRow.read(row);
            return entry == null ? null : ChainHash.of(head.hash(), seq, entry);
        } catch (RuntimeException notAnEntryAnyMore) {
            return null;
        }
    }
}
