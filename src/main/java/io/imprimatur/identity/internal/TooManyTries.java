package io.imprimatur.identity.internal;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Login refused unseen, because too many wrong passwords came before. */
final class TooManyTries extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyTries(Duration wait) {
        super("Too many failed logins. Try again in " + minutes(wait) + ".");
        this.wait = wait;
    }

    long waitSeconds() {
        return Math.max(1, wait.toSeconds());
    }

    private static String minutes(Duration wait) {
        var minutes = wait.plusSeconds(59).toMinutes();
        return minutes <= 1 ? "1 minute" : minutes + " minutes";
    }
}
