package io.imprimatur.mail.internal;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How notices are sent.
 *
 * @param from the sender's address
 * @param workerEnabled whether this node sends; the others still write notices
 * @param pollInterval how often the worker looks for notices that nobody announced
 * @param batchSize notices sent in one go before the worker looks at its orders again
 * @param lease how long a notice stays with a worker that does not answer; longer than all time-outs of the mail server
 * @param retryDelays pauses between tries; after the last try a notice is parked as failed
 * @param keepFor how long the record of a message that was sent is kept
 * @param cleanupInterval how often it is looked for records that were kept long enough
 * @param linkLogin {@code session}: who follows a link in a message logs in before deciding; {@code token}: the link suffices
 * @param heads who leads a group, by the group's name: a login name; they hear what has waited too long there
 * @param digestAt when people get the list of what waits for them, on the clock of {@code timeZone}
 * @param timeZone in which messages say times
 * @param digestDays on which days
 * @param imagesMaxBytes how many bytes of images one message carries at most; the rest is named with its description
 */
@Validated
@ConfigurationProperties("imprimatur.mail")
record MailProperties(
        @NotBlank String from,
        @DefaultValue("true") boolean workerEnabled,
        @DefaultValue("5s") @NotNull Duration pollInterval,
        @DefaultValue("50") @Min(1) int batchSize,
        @DefaultValue("5m") @NotNull Duration lease,
        @DefaultValue({"30s", "5m", "30m", "2h", "6h"}) List<Duration> retryDelays,
        @DefaultValue("P365D") @NotNull Duration keepFor,
        @DefaultValue("1h") @NotNull Duration cleanupInterval,
        @DefaultValue("session") @Pattern(regexp = "session|token") String linkLogin,
        @DefaultValue Map<String, String> heads,
        @DefaultValue("07:00") @NotNull LocalTime digestAt,
        @DefaultValue("Europe/Berlin") @NotNull ZoneId timeZone,
        @DefaultValue({"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"}) Set<DayOfWeek> digestDays,
        @DefaultValue("5MB") @NotNull DataSize imagesMaxBytes) {
    MailProperties {
        retryDelays = List.copyOf(retryDelays);
        heads = Map.copyOf(heads);
        digestDays = Set.copyOf(digestDays);
    }
}
