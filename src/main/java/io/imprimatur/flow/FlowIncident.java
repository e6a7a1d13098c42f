package io.imprimatur.flow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that stopped and waits for a manager.
 *
 * @param elementId where it stopped
 * @param step what the model calls that place
 * @param block the building block that stands there, if any
 * @param cause a code from the code base, never an exception's text
 */
public record FlowIncident(
        String id,
        @Nullable UUID contentId,
        String elementId,
        String step,
        @Nullable String block,
        String cause,
        Instant since) {}
