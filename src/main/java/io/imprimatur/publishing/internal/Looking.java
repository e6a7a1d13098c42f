package io.imprimatur.publishing.internal;

import io.imprimatur.platform.Failures;
import io.imprimatur.publishing.channel.AccountUnusable;
import io.imprimatur.publishing.channel.ApprovedBytesChanged;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.LiveComparison;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.ReadBack;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks on the platform, outside any transaction: for what an unanswered send did, and at what is live. */
@Component
class Looking {
    private static final Logger LOG = LoggerFactory.getLogger(Looking.class);

    private final ApprovedPosts posts;
    private final Outcomes outcomes;

    Looking(ApprovedPosts posts, Outcomes outcomes) {
        this.posts = posts;
        this.outcomes = outcomes;
    }

    void find(Row unknown, Channel channel) {
        outcomes.store(unknown, look(unknown, channel));
    }

    void compare(Row live, Channel channel) {
        var result = readBack(live, channel);
        Set<String> differences = result instanceof ReadBack.Read read
                ? LiveComparison.differences(channel.expected(post(live, channel)), read)
                : Set.of();
        outcomes.store(live, result, differences);
    }

    ReadBack readBack(Row live, Channel channel) {
        try {
            var post = post(live, channel);
            var remoteId = live.publication().remoteId();
            if (remoteId != null) {
                return channel.readBack(post, remoteId);
            }
            var found = channel.find(post);
            if (found instanceof Lookup.Found known) {
                return channel.readBack(post, known.remoteId());
            }
            return found instanceof Lookup.Unavailable unavailable
                    ? new ReadBack.Unavailable(unavailable.code(), unavailable.pause())
                    : new ReadBack.Unavailable(Problems.LIVE_NOT_FOUND, null);
        } catch (RuntimeException fault) {
            return new ReadBack.Unavailable(code(channel, fault), null);
        }
    }

    Lookup look(Row unknown, Channel channel) {
        return find(channel, () -> post(unknown, channel));
    }

    /** To take it down. */
    Post asStored(Row row, Channel channel) {
        return posts.asStored(row.contentId(), row.revision(), channel.info());
    }

    private static Lookup find(Channel channel, Supplier<Post> post) {
        try {
            return channel.find(post.get());
        } catch (RuntimeException fault) {
            return new Lookup.Unavailable(code(channel, fault), null);
        }
    }

    private static String code(Channel channel, RuntimeException fault) {
        if (fault instanceof ApprovedBytesChanged) {
            return Problems.NOT_WHAT_WAS_APPROVED;
        }
        if (fault instanceof AccountUnusable unusable) {
            return unusable.code();
        }
        LOG.warn("Channel {} failed: {}", channel.info().key(), Failures.describe(fault));
        return Problems.CHANNEL_FAULT;
    }

    private Post post(Row row, Channel channel) {
        return posts.load(row.contentId(), row.revision(), row.publication().revisionHash(), channel.info());
    }
}
