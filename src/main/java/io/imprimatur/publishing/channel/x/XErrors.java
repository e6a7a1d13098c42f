package io.imprimatur.publishing.channel.x;

import io.imprimatur.publishing.channel.http.Exchange;
import io.imprimatur.publishing.channel.http.Reply;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how X refuses and limits calls (docs.x.com/x-api/fundamentals/rate-limits). */
final class XErrors implements Reply.Reading {
    static final String DUPLICATE = "platform-has-duplicate";

    private static final int PAYMENT_REQUIRED = 402;
    private static final int FORBIDDEN = 403;

    /** Of posts in a day; they count when nothing is left, the short limit else. */
    private static final List<String> DAILY = List.of("x-user-limit-24hour", "x-app-limit-24hour");

    @Override
    public @Nullable String refusal(Reply reply) {
        if (reply.status() == PAYMENT_REQUIRED) {
            return "account-out-of-credit";
        }
        // X has no other sign of it than this sentence
        var duplicate = reply.status() == FORBIDDEN
                && reply.error().path("detail").asText().contains("duplicate content");
        return duplicate ? DUPLICATE : reply.refusalByStatus();
    }

    @Override
    public @Nullable Duration pause(Reply reply) {
        if (!(reply.exchange() instanceof Exchange.Answer answer)) {
            return null;
        }
        Duration longest = null;
        for (var limit : DAILY) {
            var wait = "0".equals(answer.headers().getFirst(limit + "-remaining"))
                    ? answer.untilReset(limit + "-reset")
                    : null;
            longest = longest == null || (wait != null && wait.compareTo(longest) > 0) ? wait : longest;
        }
        var reset = longest == null ? answer.untilReset("x-rate-limit-reset") : longest;
        return reset == null ? answer.retryAfter() : reset;
    }

    /** Whether X says that there is no such post, which it does with the statuses 200 and 404. */
    static boolean saysMissing(Reply reply) {
        var body = reply.json() == null ? reply.error() : reply.json();
        if (body.has("data") || (reply.json() == null && !reply.notFound())) {
            return false;
        }
        for (var error : body.path("errors")) {
            if (isMissing(error.path("type").asText())) {
                return true;
            }
        }
        return isMissing(body.path("type").asText());
    }

    private static boolean isMissing(String type) {
        return type.endsWith("/problems/resource-not-found");
    }
}
