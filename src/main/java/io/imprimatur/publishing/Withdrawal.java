package io.imprimatur.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The withdrawal of one piece from everywhere.
 *
 * @param note in the words of whoever ordered it; empty when there are none
 * @param discoveredOn the first day on which the incident was known in the house (45 CFR 164.404(a)(2)); null without one
 * @param assessBy the end of the last day on which people may be notified of a breach; null without an incident
 * @param completedAt when everything was proven gone; null until then
 * @param assessment what the incident was found to be; null until it is assessed
 */
public record Withdrawal(
        UUID id,
        UUID contentId,
        WithdrawalReason reason,
        String note,
        String orderedBy,
        Instant orderedAt,
        @Nullable LocalDate discoveredOn,
        @Nullable Instant assessBy,
        @Nullable Instant completedAt,
        @Nullable Assessment assessment) {

    /** How an incident was assessed. */
    public enum Assessment {
        LOW_PROBABILITY,
        BREACH
    }
}
