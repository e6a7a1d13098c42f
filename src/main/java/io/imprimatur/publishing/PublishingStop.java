package io.imprimatur.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Promise 8: one switch halts all publishing at once. Taking down goes on. */
public interface PublishingStop {
    State state();

    /**
     * Presses or lifts the switch; doing what is done already changes nothing. From the moment in which pressing returns, no
     * node begins to send or to upload.
     *
     * @param note why, in words; empty for none
     * @throws io.imprimatur.platform.Refusal 403 {@code compliance-only}
     */
    State set(boolean stopped, String note, String personId);

    /**
     * @param by who switched last; null when nobody ever did
     * @param leaving publications whose sending had begun before, and is not known to have ended
     */
    record State(boolean stopped, String note, @Nullable String by, @Nullable Instant at, int leaving) {}
}
