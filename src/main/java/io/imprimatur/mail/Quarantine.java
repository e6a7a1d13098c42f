package io.imprimatur.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mail that was not taken, for operators. What stands in it is shown to nobody. */
public interface Quarantine {
    /**
     * A mail that was not taken.
     *
     * @param sender the address that it claims to come from; null if it names none, or more than one
     * @param size in bytes
     * @param reason code of why it was not taken
     * @param whole whether its text is still kept, so that it can be looked at again
     */
    record Held(UUID id, @Nullable String sender, long size, Instant receivedAt, String reason, boolean whole) {}

    /** Newest first, at most so many. */
    List<Held> held(int limit);

    /** Mail that decided nothing and needs nobody, newest first, at most so many: from machines, or answered in words. */
    List<Held> settled(int limit);

    /** How many are held. */
    long count();

    /**
     * Handles it once more, as if it had just come.
     *
     * @throws io.imprimatur.platform.Refusal (404, {@code mail-not-found}) when there is none of that id whose text is kept
     */
    void again(UUID id);

    /**
     * Deletes its text.
     *
     * @throws io.imprimatur.platform.Refusal (404, {@code mail-not-found})
     */
    void discard(UUID id);
}
