package io.imprimatur.mail.authenticity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What proves that a mail comes from the domain of its From address. Each means is off until it is configured, except
 * that signatures are verified.
 *
 * @param authservId the name under which our receiving server writes Authentication-Results; empty believes none
 * @param ownHosts names that our servers write after "by" in Received fields above that one, sub-domains included; one
 *     that ends with an asterisk is a beginning; empty means the domain of {@code authserv-id}
 * @param relayHeader name of the header field that our own relay sets on mail that it knows; empty believes none
 * @param relayValue the secret that this field holds, at least 16 characters; belongs into the environment
 * @param maxHeaderSize bytes of a header section that is looked at; mail with a longer one is not believed
 * @param dkim how signatures are verified
 */
@Validated
@ConfigurationProperties("imprimatur.mail.authenticity")
record AuthenticityProperties(
        @DefaultValue("") String authservId,
        @DefaultValue({}) List<String> ownHosts,
        @DefaultValue("") String relayHeader,
        @DefaultValue("") String relayValue,
        @DefaultValue("256KB") @NotNull DataSize maxHeaderSize,
        @DefaultValue @Valid Dkim dkim) {
    AuthenticityProperties {
        ownHosts = List.copyOf(ownHosts);
    }

    /**
     * @param enabled whether signatures are verified here, with keys from the DNS
     * @param signedHeaders names of header fields that a signature must cover wherever they are present; From always
     * @param maxSignatures signatures of the right domain that are tried, each with a question to the DNS
     * @param clockSkew how far in the future a signature may be dated
     * @param dnsServer host or host:port that is asked; empty asks the system's
     * @param dnsTimeout how long one question may take, retries and aliases included
     * @param maxKeyLength characters of a key record
     */
    record Dkim(
            @DefaultValue("true") boolean enabled,
            @DefaultValue({
                        "subject",
                        "date",
                        "to",
                        "cc",
                        "reply-to",
                        "message-id",
                        "mime-version",
                        "content-type",
                        "content-transfer-encoding"
                    })
                    List<String> signedHeaders,
            @DefaultValue("5") @Min(1) @Max(50) int maxSignatures,
            @DefaultValue("5m") @NotNull Duration clockSkew,
            @DefaultValue("") String dnsServer,
            @DefaultValue("5s") @NotNull Duration dnsTimeout,
            @DefaultValue("4096") @Min(512) int maxKeyLength) {
        Dkim {
            signedHeaders = List.copyOf(signedHeaders);
        }
    }
}
