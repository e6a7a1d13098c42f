package io.imprimatur.flow.internal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the flow behaves.
 *
 * @param reminderAfter how long a task waits before its people are reminded
 * @param escalationAfter how long a task waits before managers hear of it; also when it is due
 * @param escalatedPriority the priority of a task that was escalated; others have what the model says
 * @param reasonMaxCharacters the longest reason that a decision may have; the engine cannot hold more than 4,000
 * @param retryIntervals how long a failed job waits before each further try, ISO 8601 durations joined by commas
 * @param historyTimeToLive how long the engine keeps what ended, an ISO 8601 period, for models that do not say
 * @param historyCleanupStart from when in the night the engine cleans up, {@code HH:mm}
 * @param historyCleanupEnd until when the engine cleans up, {@code HH:mm}
 * @param queryMaxResults how many rows one query of the engine's REST may ask for; Tasklist asks for 2,000 filters
 * @param tasksShown how many tasks a list of one person's tasks holds at most
 * @param modelMaxBytes the largest model or form that can be deployed
 * @param deployAtStart whether start-up deploys the product's own models
 */
@Validated
@ConfigurationProperties("imprimatur.flow")
public record FlowProperties(
        @DefaultValue("PT24H") @NotNull Duration reminderAfter,
        @DefaultValue("PT48H") @NotNull Duration escalationAfter,
        @DefaultValue("90") @Min(0) @Max(100) int escalatedPriority,
        @DefaultValue("2000") @Min(1) @Max(4000) int reasonMaxCharacters,
        @DefaultValue("PT10S,PT1M,PT10M,PT1H") @NotBlank String retryIntervals,
        @DefaultValue("P365D") @NotBlank String historyTimeToLive,
        @DefaultValue("01:00") @NotBlank String historyCleanupStart,
        @DefaultValue("05:00") @NotBlank String historyCleanupEnd,
        @DefaultValue("2000") @Min(1) int queryMaxResults,
        @DefaultValue("200") @Min(1) int tasksShown,
        @DefaultValue("2000000") @Min(1) int modelMaxBytes,
        @DefaultValue("true") boolean deployAtStart) {}
