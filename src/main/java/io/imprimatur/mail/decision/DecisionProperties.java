package io.imprimatur.mail.decision;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people decide by mail.
 *
 * @param address where replies go; its mailbox takes {@code name+anything@domain} too. Without one, messages carry links only
 * @param validFor how long a message can be answered
 * @param undoWithin how long a decision by mail can be undone; until then it waits. Zero: it counts at once
 * @param clockSlack how much earlier than the message that asked a reply may say that it was sent; older mail is no answer to it
 * @param verp whether the envelope's sender tells which message came back; needs a server that lets us send as sub-addresses
 * @param answersPerHour how many answers to mails one person gets in an hour at most; further mails are taken without a word
 * @param batchSize mails handled in one go
 * @param retryDelays pauses before a mail that could not be handled is tried again; then it goes to quarantine
 * @param keepRawFor how long the raw text of a mail is kept
 * @param keepFor how long the record of a mail, and of a request that ended, is kept
 */
@Validated
@ConfigurationProperties("imprimatur.mail.decisions")
public record DecisionProperties(
        @Nullable String address,
        @DefaultValue("P7D") @NotNull Duration validFor,
        @DefaultValue("PT0S") @NotNull Duration undoWithin,
        @DefaultValue("PT1H") @NotNull Duration clockSlack,
        @DefaultValue("true") boolean verp,
        @DefaultValue("20") @Min(0) @Max(1000) int answersPerHour,
        @DefaultValue("50") @Min(1) int batchSize,
        @DefaultValue({"10s", "1m", "10m", "1h"}) List<Duration> retryDelays,
        @DefaultValue("P30D") @NotNull Duration keepRawFor,
        @DefaultValue("P365D") @NotNull Duration keepFor) {
    public DecisionProperties {
        address = address == null || address.isBlank() ? null : address.strip();
        retryDelays = List.copyOf(retryDelays);
    }
}
