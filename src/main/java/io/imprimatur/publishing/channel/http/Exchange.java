package io.imprimatur.publishing.channel.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** What became of one request. */
public sealed interface Exchange {
    /** The server answered, completely. */
    record Answer(int status, HttpHeaders headers, byte[] body) implements Exchange {
        public boolean ok() {
            return status >= 200 && status < 300;
        }

        /** Whether the server says that it cannot answer now; what it would answer is not known. */
        public boolean notNow() {
            return status >= 500 || status == 408 || status == 429;
        }

        /** The body's media type; {@code application/octet-stream} when none is named. */
        public String mediaType() {
            var type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
            return type == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : type;
        }

        /** How long the server asks to be left alone (RFC 9110, section 10.2.3); null when it does not say so. */
        public @Nullable Duration retryAfter() {
            var value = headers.getFirst(HttpHeaders.RETRY_AFTER);
            try {
                return value == null ? null : Duration.ofSeconds(Math.max(0, Long.parseLong(value.strip())));
            } catch (NumberFormatException notSeconds) {
                return until(httpDate(value));
            }
        }

        /**
         * The time until a limit is reset, of a header that many platforms have.
         *
         * @param header its value is seconds of the Unix epoch, or an instant by ISO 8601
         */
        public @Nullable Duration untilReset(String header) {
            var value = headers.getFirst(header);
            if (value == null) {
                return null;
            }
            try {
                return until(Instant.ofEpochSecond(Long.parseLong(value.strip())));
            } catch (NumberFormatException notSeconds) {
                return until(isoInstant(value));
            } catch (DateTimeException outOfRange) {
                return null;
            }
        }

        /** By the server's own clock, which its Date header shows. */
        private @Nullable Duration until(@Nullable Instant time) {
            var now = httpDate(headers.getFirst(HttpHeaders.DATE));
            if (time == null || now == null) {
                return null;
            }
            var wait = Duration.between(now, time);
            return wait.isNegative() ? Duration.ZERO : wait;
        }

        private static @Nullable Instant httpDate(@Nullable String value) {
            try {
                return value == null
                        ? null
                        : ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant();
            } catch (DateTimeException unreadable) {
                return null;
            }
        }

        private static @Nullable Instant isoInstant(String value) {
            try {
                return ZonedDateTime.parse(value.strip()).toInstant();
            } catch (DateTimeException unreadable) {
                return null;
            }
        }
    }

    /** Nothing was sent: no connection stood. */
    record NotSent() implements Exchange {}

    /** Something was sent, and no complete answer came: the server may have acted on it. */
    record Lost() implements Exchange {}
}
