package io.imprimatur.publishing.channel.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.publishing.channel.LiveComparison;
import io.imprimatur.publishing.channel.LivePost;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.http.NotPublic;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a post among the account's own, newest first, by its text and its alternative texts: a status carries no mark of
 * ours. One instance is one database, which lists a post as soon as it has stored it; so a post that is not in the listing back
 * to the time before which it cannot have been published is not there. A send that the instance is still working on then is
 * harmless, since the same Idempotency-Key gives that one post.
 */
final class EarlierStatuses {
    /** Of 40 posts each; beyond them a person must look. */
    private static final int MOST_PAGES = 10;

    /** Two machines' clocks, at worst. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(10);

    private final MastodonApi api;

    EarlierStatuses(MastodonApi api) {
        this.api = api;
    }

    Lookup find(Post post) {
        try {
            return look(post);
        } catch (NotPublic stopped) {
            return stopped.lookup();
        }
    }

    /** @throws NotPublic when the instance gave no usable answer */
    Lookup look(Post post) throws NotPublic {
        var account = api.me().orNotPublic().path("id").asText();
        var wanted = LivePost.inOneText(post);
        var maxId = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            var statuses = api.statuses(account, maxId).orNotPublic();
            for (var status : statuses) {
                if (before(post.notBefore(), status)) {
                    return new Lookup.Absent();
                }
                if (isSame(wanted, status)) {
                    return new Lookup.Found(id(status), address(status));
                }
                maxId = id(status);
            }
            if (statuses.isEmpty()) {
                return new Lookup.Absent();
            }
        }
        return new Lookup.Unclear("too-many-posts-to-look");
    }

    static String id(JsonNode status) {
        return status.path("id").asText();
    }

    static URI address(JsonNode status) {
        return URI.create(status.path("url").asText(status.path("uri").asText()));
    }

    private static boolean isSame(LivePost wanted, JsonNode status) {
        return MastodonReader.isPublic(status)
                && LiveComparison.differences(wanted, new ReadBack.Read(List.of(MastodonReader.shownView(status))))
                        .isEmpty();
    }

    private static boolean before(@Nullable Instant time, JsonNode status) {
        try {
            return time != null
                    && Instant.parse(status.path("created_at").asText()).isBefore(time.minus(CLOCKS_APART));
        } catch (DateTimeException unreadable) {
            return false;
        }
    }
}
