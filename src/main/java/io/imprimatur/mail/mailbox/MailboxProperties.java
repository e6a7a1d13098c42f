package io.imprimatur.mail.mailbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The mailbox that answers come to.
 *
 * @param enabled whether this node fetches; several may
 * @param host of the IMAP server; empty fetches nothing, except in the profile {@code local}
 * @param port 0 takes the usual one: 993 with {@code tls=implicit}, else 143
 * @param tls {@code implicit} (encrypted from the first byte), {@code starttls} (demanded), or {@code none}
 * @param user login name
 * @param password belongs into the environment; not used when {@code imprimatur.mail.oauth} is configured
 * @param folder that mail comes into
 * @param processedFolder where mail is moved once it is stored; created if absent
 * @param failedFolder where mail is moved that cannot be fetched; created if absent
 * @param idle whether the server is asked to tell of new mail at once, where it can
 * @param idleRestart how long one such wait lasts, less than 29 minutes (RFC 2177)
 * @param pollInterval how often the mailbox is looked into when the server cannot tell
 * @param handleInterval how often mail that is stored and not handled is looked for, whether or not the mailbox answers
 * @param maxMessageSize of a larger message only the head is fetched
 * @param maxHeadSize bytes that are fetched of such a head
 * @param batchSize messages that are fetched before they are handled
 * @param maxTries how often one message is tried before it is set aside in {@code failed-folder}
 * @param connectTimeout for a connection to the server
 * @param readTimeout for each answer of the server
 * @param backoffMin the pause after a first failure; doubles with each further one
 * @param backoffMax that doubling ends at
 * @param keepProcessed how long mail stays in {@code processed-folder} and {@code failed-folder} since it came
 * @param cleanupInterval how often older mail is deleted there
 * @param stopTimeout how long a shutdown waits for the message at hand
 */
@Validated
@ConfigurationProperties("imprimatur.mail.mailbox")
record MailboxProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("") String host,
        @DefaultValue("0") @Min(0) @Max(65_535) int port,
        @DefaultValue("implicit") @NotNull Tls tls,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") @NotBlank String folder,
        @DefaultValue("Processed") @NotBlank String processedFolder,
        @DefaultValue("Failed") @NotBlank String failedFolder,
        @DefaultValue("true") boolean idle,
        @DefaultValue("10m") @DurationMin(seconds = 1) @DurationMax(minutes = 29, inclusive = false)
                Duration idleRestart,
        @DefaultValue("30s") @DurationMin(millis = 100) Duration pollInterval,
        @DefaultValue("30s") @DurationMin(millis = 100) Duration handleInterval,
        @DefaultValue("10MB") @NotNull DataSize maxMessageSize,
        @DefaultValue("64KB") @NotNull DataSize maxHeadSize,
        @DefaultValue("50") @Min(1) @Max(1000) int batchSize,
        @DefaultValue("5") @Min(1) int maxTries,
        @DefaultValue("10s") @DurationMin(millis = 100) Duration connectTimeout,
        @DefaultValue("30s") @DurationMin(millis = 100) Duration readTimeout,
        @DefaultValue("1s") @DurationMin(millis = 10) Duration backoffMin,
        @DefaultValue("5m") @DurationMin(millis = 10) Duration backoffMax,
        @DefaultValue("30d") @DurationMin(days = 1) Duration keepProcessed,
        @DefaultValue("1h") @DurationMin(seconds = 1) Duration cleanupInterval,
        @DefaultValue("5s") @NotNull Duration stopTimeout) {

    /** How the connection is encrypted. */
    enum Tls {
        NONE,
        STARTTLS,
        IMPLICIT
    }
}
