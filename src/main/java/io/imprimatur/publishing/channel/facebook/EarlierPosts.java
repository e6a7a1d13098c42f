package io.imprimatur.publishing.channel.facebook;

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
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a post among the page's own, newest first, by its text and the number of its photos: a post carries no mark of ours.
 * Facebook does not promise that a post is in the feed as soon as it is public, so not finding one proves nothing.
 */
final class EarlierPosts {
    /** Of 100 posts each. */
    private static final int MOST_PAGES = 5;

    /** Two machines' clocks, at worst. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(10);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ", Locale.ROOT);

    private final FacebookApi api;

    EarlierPosts(FacebookApi api) {
        this.api = api;
    }

    Lookup find(Post post) {
        try {
            return look(post);
        } catch (NotPublic stopped) {
            return stopped.lookup();
        }
    }

    /**
     * Found or unclear.
     *
     * @throws NotPublic when Facebook gave no usable answer
     */
    Lookup look(Post post) throws NotPublic {
        var notFound = new Lookup.Unclear("absence-not-proven");
        var wanted = LivePost.inOneText(post).paragraphs();
        var after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            var feed = api.feed(after).orNotPublic();
            for (var live : feed.path("data")) {
                if (before(post.notBefore(), live)) {
                    return notFound;
                }
                if (isOurs(live) && isSame(post, wanted, live)) {
                    var id = live.path("id").asText();
                    return new Lookup.Found(id, address(id));
                }
            }
            after = feed.path("paging").path("cursors").path("after").asText("");
            if (after.isEmpty() || feed.path("data").isEmpty()) {
                return notFound;
            }
        }
        return notFound;
    }

    /** Facebook leads readers from here to the post's own address. */
    static URI address(String id) {
        return URI.create("https://www.facebook.com/" + id);
    }

    /** Visitors' posts are in the feed too. */
    private boolean isOurs(JsonNode live) {
        return FacebookReader.isPublic(live)
                && live.path("from").path("id").asText(api.page()).equals(api.page());
    }

    private static boolean isSame(Post post, List<String> wanted, JsonNode live) {
        var read = new LivePost("", FacebookReader.paragraphs(live), null, List.of());
        return FacebookReader.photos(live).size() == post.images().size()
                && LiveComparison.differences(
                                new LivePost("", wanted, null, List.of()), new ReadBack.Read(List.of(read)))
                        .isEmpty();
    }

    private static boolean before(@Nullable Instant time, JsonNode live) {
        try {
            return time != null
                    && OffsetDateTime.parse(live.path("created_time").asText(), TIME)
                            .toInstant()
                            .isBefore(time.minus(CLOCKS_APART));
        } catch (DateTimeException unreadable) {
            return false;
        }
    }
}
