package io.imprimatur.flow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that stopped and waits for a manager.
 *
 * @param elementId where it stopped
 * @param cause a code from the code base, never an exception's text
 */
public record FlowIncident(String id, @Nullable UUID contentId, String elementId, String cause, Instant since) {}
