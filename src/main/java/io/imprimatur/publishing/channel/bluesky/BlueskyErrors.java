package io.imprimatur.publishing.channel.bluesky;

import io.imprimatur.publishing.channel.http.Exchange;
import io.imprimatur.publishing.channel.http.Reply;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads how a server of the AT Protocol limits calls: by {@code RateLimit-Reset}; not all of them name {@code Retry-After}. */
final class BlueskyErrors implements Reply.Reading {
    @Override
    public @Nullable Duration pause(Reply reply) {
        var reset = reply.exchange() instanceof Exchange.Answer answer ? answer.untilReset("ratelimit-reset") : null;
        return reset == null ? reply.retryAfter() : reset;
    }
}
