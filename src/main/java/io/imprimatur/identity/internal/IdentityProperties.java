package io.imprimatur.identity.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may log in, and how.
 *
 * @param bcryptStrength binary logarithm of the rounds of a new password hash; older hashes are renewed at login
 * @param login bounds of guessing
 * @param firstAdmin the administrator that the first start creates when there is none
 */
@Validated
@ConfigurationProperties("imprimatur.identity")
record IdentityProperties(
        @Min(4) @Max(16) @DefaultValue("12") int bcryptStrength,
        @Valid @NotNull @DefaultValue Login login,
        @Valid @NotNull @DefaultValue FirstAdmin firstAdmin) {

    /**
     * @param maxFailuresPerName wrong passwords for one name before its logins are refused
     * @param maxFailuresPerAddress wrong passwords from one network address before its logins are refused
     * @param window how long a failure counts
     * @param maxRemembered names, and as many addresses, whose failures are kept in memory; the oldest are forgotten first
     */
    record Login(
            @Positive @DefaultValue("10") int maxFailuresPerName,
            @Positive @DefaultValue("50") int maxFailuresPerAddress,
            @NotNull @DefaultValue("PT15M") Duration window,
            @Positive @DefaultValue("10000") int maxRemembered) {}

    /**
     * @param password at least 12 characters, at most 72 bytes; nobody is created while it is empty
     */
    record FirstAdmin(
            @NotBlank @DefaultValue("admin") String id,
            @NotBlank @DefaultValue("Administrator") String displayName,
            @NotBlank @DefaultValue("admin@localhost") String email,
            @Nullable String password) {

        @Override
        public String toString() {
            return "FirstAdmin[id=" + id + "]";
        }
    }
}
