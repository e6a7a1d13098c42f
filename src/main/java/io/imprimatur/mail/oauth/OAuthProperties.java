package io.imprimatur.mail.oauth;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where access tokens for the mail servers come from (RFC 6749). Once configured, they are used for the mailbox and for
 * sending instead of passwords.
 *
 * @param tokenUrl the identity provider's token end-point; empty uses passwords
 * @param clientId of the registered application
 * @param clientSecret belongs into the environment
 * @param scope what the token is for, several with blanks
 * @param grant {@code client_credentials} or {@code refresh_token}
 * @param refreshToken for that grant; belongs into the environment
 * @param connectTimeout for a connection to the end-point
 * @param readTimeout for its answer
 * @param renewBefore how long before its end a token is renewed
 * @param maxAnswerSize bytes of an answer
 */
@Validated
@ConfigurationProperties("imprimatur.mail.oauth")
record OAuthProperties(
        @DefaultValue("") String tokenUrl,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String scope,
        @DefaultValue("client_credentials") @NotNull Grant grant,
        @DefaultValue("") String refreshToken,
        @DefaultValue("10s") @DurationMin(millis = 100) Duration connectTimeout,
        @DefaultValue("20s") @DurationMin(millis = 100) Duration readTimeout,
        @DefaultValue("5m") @DurationMin Duration renewBefore,
        @DefaultValue("64KB") @NotNull DataSize maxAnswerSize) {

    /** How the application shows that it may have a token. */
    enum Grant {
        CLIENT_CREDENTIALS,
        REFRESH_TOKEN
    }
}
