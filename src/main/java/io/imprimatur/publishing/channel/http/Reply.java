package io.imprimatur.publishing.channel.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.publishing.channel.ConnectionTest;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.Takedown;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of a call to a platform that speaks JSON.
 *
 * @param json a successful answer; null unless it is a success with JSON in it
 * @param error the JSON of any other answer; a missing node when there is none
 * @param reading how the platform says why it did not do what it was asked
 */
public record Reply(Exchange exchange, @Nullable JsonNode json, JsonNode error, Reading reading) {
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

    /** Reads errors of a platform that says more, or other things, than its HTTP status. */
    public interface Reading {
        /** By HTTP status and {@code Retry-After} alone. */
        Reading BY_STATUS = new Reading() {};

        /** The code of a refusal that would come again; null when it was none. */
        default @Nullable String refusal(Reply reply) {
            return reply.refusalByStatus();
        }

        default boolean throttled(Reply reply) {
            return reply.status() == TOO_MANY_REQUESTS;
        }

        /** How long to leave the platform alone; null unless it asked. */
        default @Nullable Duration pause(Reply reply) {
            return reply.retryAfter();
        }
    }

    /** One that says all by its HTTP status. */
    public Reply(Exchange exchange, @Nullable JsonNode json, JsonNode error) {
        this(exchange, json, error, Reading.BY_STATUS);
    }

    /** The HTTP status; 0 when there was no answer. */
    public int status() {
        return exchange instanceof Exchange.Answer answer ? answer.status() : 0;
    }

    /** Whether the platform says that it did it, with or without a body. */
    public boolean done() {
        return exchange instanceof Exchange.Answer answer && answer.ok();
    }

    public boolean notSent() {
        return exchange instanceof Exchange.NotSent;
    }

    /** Whether the server may have acted on the call without saying so; a success without JSON is one of these. */
    public boolean unanswered() {
        return json == null && !notSent() && refusal() == null && !throttled();
    }

    public boolean badRequest() {
        return status() == BAD_REQUEST;
    }

    public boolean throttled() {
        return reading.throttled(this);
    }

    /** Whether the answer is 404 or 410; what is missing, the platform's error says. */
    public boolean notFound() {
        return status() == NOT_FOUND || status() == GONE;
    }

    /** How long to leave the platform alone; null unless it asked. */
    public @Nullable Duration pause() {
        return throttled() || status() >= SERVER_ERROR ? reading.pause(this) : null;
    }

    /** By {@code Retry-After}; null when the answer has none. */
    public @Nullable Duration retryAfter() {
        return exchange instanceof Exchange.Answer answer ? answer.retryAfter() : null;
    }

    /** The code of a refusal that would come again; null when it was none. */
    public @Nullable String refusal() {
        return reading.refusal(this);
    }

    /** The code of a refusal by the HTTP status alone; null when it was none. */
    public @Nullable String refusalByStatus() {
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
    public String trouble() {
        if (notSent()) {
            return "platform-unreachable";
        }
        if (throttled()) {
            return "platform-throttles";
        }
        return status() >= SERVER_ERROR ? "platform-error" : "no-answer";
    }

    /** The refusal, or else the trouble. */
    public String problem() {
        var refusal = refusal();
        return refusal != null ? refusal : trouble();
    }

    /** The answer of a step before the one that makes a post public. */
    public JsonNode orNotPublic() throws NotPublic {
        if (json == null) {
            throw NotPublic.because(this);
        }
        return json;
    }

    /** For a look that had no usable answer. */
    public Lookup.Unavailable noLookup() {
        return new Lookup.Unavailable(problem(), pause());
    }

    /** For a read-back that had no usable answer. */
    public ReadBack.Unavailable noReadBack() {
        return new ReadBack.Unavailable(problem(), pause());
    }

    /** For a takedown that was not done. */
    public Takedown notTakenDown() {
        var refusal = refusal();
        return refusal != null ? new Takedown.Refused(refusal) : new Takedown.Unavailable(trouble(), pause());
    }

    /** For a test of the connection that failed. */
    public ConnectionTest.Unusable unusable() {
        return new ConnectionTest.Unusable(problem());
    }
}
