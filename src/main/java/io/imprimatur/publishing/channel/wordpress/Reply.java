package io.imprimatur.publishing.channel.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.publishing.channel.http.Exchange;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of a call to WordPress.
 *
 * @param json the answer; null unless it is a success with JSON in it
 * @param errorCode WordPress's own code of an error, such as {@code rest_post_invalid_id}
 */
record Reply(Exchange exchange, @Nullable JsonNode json, @Nullable String errorCode) {
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TIME_OUT = 408;
    private static final int GONE = 410;
    private static final int TOO_LARGE = 413;
    private static final int UNSUPPORTED_MEDIA = 415;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    boolean notSent() {
        return exchange instanceof Exchange.NotSent;
    }

    /** Whether the server may have acted on the call without saying so. */
    boolean unanswered() {
        return json == null && !notSent() && refusal() == null && !throttled();
    }

    boolean badRequest() {
        return status() == BAD_REQUEST;
    }

    boolean throttled() {
        return status() == TOO_MANY_REQUESTS;
    }

    /** Whether WordPress says that there is no such post; an address that leads nowhere says nothing about it. */
    boolean missing() {
        return (status() == NOT_FOUND || status() == GONE) && "rest_post_invalid_id".equals(errorCode);
    }

    /** How long to leave the site alone; null unless it asked. */
    @Nullable
    Duration pause() {
        return exchange instanceof Exchange.Answer answer && (throttled() || status() >= SERVER_ERROR)
                ? answer.retryAfter()
                : null;
    }

    /** The code of a refusal that would come again; null when it was none. */
    @Nullable
    String refusal() {
        var status = status();
        if (status < 300 || status >= SERVER_ERROR || status == TIME_OUT || status == TOO_MANY_REQUESTS) {
            return null;
        }
        return switch (status) {
            case BAD_REQUEST, UNSUPPORTED_MEDIA -> "platform-rejects-content";
            case UNAUTHORIZED -> "credentials-refused";
            case FORBIDDEN -> "account-not-allowed";
            case NOT_FOUND, GONE -> "api-not-found";
            case TOO_LARGE -> "too-large-for-platform";
            default -> status < BAD_REQUEST ? "platform-redirects" : "platform-refuses";
        };
    }

    /** Why there is no usable answer. */
    String trouble() {
        if (notSent()) {
            return "platform-unreachable";
        }
        if (throttled()) {
            return "platform-throttles";
        }
        return status() >= SERVER_ERROR ? "platform-error" : "no-answer";
    }

    private int status() {
        return exchange instanceof Exchange.Answer answer ? answer.status() : 0;
    }
}
