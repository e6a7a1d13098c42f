package io.imprimatur.mail.internal;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
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
 */
@Validated
@ConfigurationProperties("imprimatur.mail")
record MailProperties(
        @NotBlank String from,
        @DefaultValue("true") boolean workerEnabled,
        @DefaultValue("5s") @NotNull Duration pollInterval,
        @DefaultValue("50") @Min(1) int batchSize,
        @DefaultValue("5m") @NotNull Duration lease,
        @DefaultValue({"30s", "5m", "30m", "2h", "6h"}) List<Duration> retryDelays) {
    MailProperties {
        retryDelays = List.copyOf(retryDelays);
    }
}
