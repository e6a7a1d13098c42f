package io.imprimatur.publishing.channel.facebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.imprimatur.publishing.channel.http.Exchange;
import io.imprimatur.publishing.channel.http.Reply;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Graph API's errors. Nearly all come with status 400; {@code error.code} tells them apart
 * (developers.facebook.com/docs/graph-api/guides/error-handling and …/overview/rate-limiting).
 */
final class FacebookErrors implements Reply.Reading {
    static final String DUPLICATE = "platform-has-duplicate";
    static final String BLOCKED = "platform-blocks-posting";

    /** Too many calls by the app, the person, the page, of one kind, by a business; and too many posts. */
    private static final Set<Integer> THROTTLES = Set.of(4, 17, 32, 341, 613, 80001, 80002);

    /** Unknown and service errors, of which Facebook says to try again. */
    private static final Set<Integer> TRANSIENT = Set.of(1, 2);

    /** Limits count over the last hour; without a named time a quarter of it is left to pass. */
    private static final Duration USUAL_PAUSE = Duration.ofMinutes(15);

    private static final int DOES_NOT_EXIST = 33;
    private static final int PARAMETER = 100;

    private final ObjectMapper json;

    FacebookErrors(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public @Nullable String refusal(Reply reply) {
        var error = error(reply);
        var code = error.path("code").asInt();
        if (code == 0) {
            return reply.refusalByStatus();
        }
        if (TRANSIENT.contains(code)
                || THROTTLES.contains(code)
                || error.path("is_transient").asBoolean()) {
            return null;
        }
        return switch (code) {
            case 102, 190 -> "account-must-be-connected-again";
            case 3, 10 -> "account-not-allowed";
            case 368 -> BLOCKED;
            case 506 -> DUPLICATE;
            case 803 -> "api-not-found";
            case PARAMETER -> doesNotExist(reply) ? "api-not-found" : "platform-rejects-content";
            default -> code >= 200 && code < 300 ? "account-not-allowed" : "platform-rejects-content";
        };
    }

    @Override
    public boolean throttled(Reply reply) {
        return THROTTLES.contains(error(reply).path("code").asInt()) || Reply.Reading.super.throttled(reply);
    }

    @Override
    public @Nullable Duration pause(Reply reply) {
        if (!throttled(reply)) {
            return reply.retryAfter();
        }
        var minutes = minutesToRegainAccess(reply);
        return minutes > 0 ? Duration.ofMinutes(minutes) : USUAL_PAUSE;
    }

    /** Whether Facebook says that there is no such object, or none that this token may see. */
    static boolean doesNotExist(Reply reply) {
        var error = error(reply);
        return error.path("code").asInt() == PARAMETER
                && error.path("error_subcode").asInt() == DOES_NOT_EXIST;
    }

    private static JsonNode error(Reply reply) {
        return reply.error().path("error");
    }

    /** The longest of those that the header names for each of the page's limits; 0 when it names none. */
    private int minutesToRegainAccess(Reply reply) {
        var header = reply.exchange() instanceof Exchange.Answer answer
                ? answer.headers().getFirst("X-Business-Use-Case-Usage")
                : null;
        return usage(header).findValues("estimated_time_to_regain_access").stream()
                .mapToInt(JsonNode::asInt)
                .max()
                .orElse(0);
    }

    private JsonNode usage(@Nullable String header) {
        try {
            return header == null ? MissingNode.getInstance() : json.readTree(header);
        } catch (JsonProcessingException unreadable) {
            return MissingNode.getInstance();
        }
    }
}
