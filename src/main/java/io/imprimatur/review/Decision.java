package io.imprimatur.review;

import io.imprimatur.audit.Door;
import io.imprimatur.flow.TaskDecision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision that was made; never changed afterwards. */
public record Decision(
        UUID id,
        UUID contentId,
        int revision,
        String revisionHash,
        String stage,
        String person,
        TaskDecision decision,
        @Nullable String reason,
        Instant at,
        Door door,
        String processDefinition) {}
