package io.imprimatur.mail.decision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incoming mail as it is kept.
 *
 * @param contentHash SHA-256 of its bytes
 * @param messageId without brackets, if it has a usable one
 * @param tokenHash of the token in the address that it was sent to, if there is one
 * @param raw null after retention, and for mail that was too large
 * @param attempts how often its handling began
 */
record StoredMail(
        UUID id,
        String contentHash,
        @Nullable String messageId,
        @Nullable String tokenHash,
        byte @Nullable [] raw,
        Instant receivedAt,
        int attempts) {}
