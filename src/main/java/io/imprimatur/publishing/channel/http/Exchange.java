package io.imprimatur.publishing.channel.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** What became of one request. */
public sealed interface Exchange {
    /** The server answered, completely. */
    record Answer(int status, HttpHeaders headers, byte[] body) implements Exchange {
        public boolean ok() {
            return status >= 200 && status < 300;
        }

        /** How long the server asks to be left alone (RFC 9110, section 10.2.3), when it says so in seconds. */
        public @Nullable Duration retryAfter() {
            var value = headers.getFirst(HttpHeaders.RETRY_AFTER);
            try {
                return value == null ? null : Duration.ofSeconds(Math.max(0, Long.parseLong(value.strip())));
            } catch (NumberFormatException notSeconds) {
                return null;
            }
        }
    }

    /** Nothing was sent: no connection stood. */
    record NotSent() implements Exchange {}

    /** Something was sent, and no complete answer came: the server may have acted on it. */
    record Lost() implements Exchange {}
}
