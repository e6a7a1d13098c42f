package io.imprimatur.publishing.channel.linkedin;

import io.imprimatur.publishing.channel.http.Exchange;
import io.imprimatur.publishing.channel.http.Reply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Reads LinkedIn's errors (learn.microsoft.com/linkedin/shared/api-guide/concepts/error-handling and …/rate-limits). */
final class LinkedInErrors implements Reply.Reading {
    static final String DUPLICATE = "platform-has-duplicate";

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;
    private static final int UPGRADE_REQUIRED = 426;

    private static final Pattern POST = Pattern.compile("urn:li:(?:share|ugcPost):\\d+");

    @Override
    public @Nullable String refusal(Reply reply) {
        return switch (reply.status()) {
            case UNAUTHORIZED -> "account-must-be-connected-again";
            case UNPROCESSABLE -> isDuplicate(reply) ? DUPLICATE : "platform-rejects-content";
            case UPGRADE_REQUIRED -> "api-version-ended";
            default -> reply.refusalByStatus();
        };
    }

    /** Limits count over a day and begin anew at midnight UTC, which is when to go on if no other time is named. */
    @Override
    public @Nullable Duration pause(Reply reply) {
        var named = reply.retryAfter();
        return named != null || !throttled(reply) ? named : untilMidnight(reply);
    }

    static boolean forbidden(Reply reply) {
        return reply.status() == FORBIDDEN;
    }

    /** Whether LinkedIn itself says that there is no such post; a proxy's page says nothing about it. */
    static boolean saysMissing(Reply reply) {
        return reply.notFound() && reply.error().path("status").asInt() == NOT_FOUND;
    }

    /** The post that a refusal names as the one that is there already; it may be a ghost. */
    static Optional<String> duplicateOf(Reply reply) {
        var named = POST.matcher(reply.error().path("message").asText());
        return named.find() ? Optional.of(named.group()) : Optional.empty();
    }

    private static boolean isDuplicate(Reply reply) {
        return reply.error().findValuesAsText("code").contains("DUPLICATE_POST");
    }

    /** By the server's own clock. */
    private static @Nullable Duration untilMidnight(Reply reply) {
        var date = reply.exchange() instanceof Exchange.Answer answer
                ? answer.headers().getFirst(HttpHeaders.DATE)
                : null;
        try {
            if (date == null) {
                return null;
            }
            var now = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .withZoneSameInstant(ZoneOffset.UTC);
            return Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay(ZoneOffset.UTC));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
