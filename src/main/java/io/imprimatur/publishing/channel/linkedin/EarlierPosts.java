package io.imprimatur.publishing.channel.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.publishing.channel.LiveComparison;
import io.imprimatur.publishing.channel.LivePost;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.http.NotPublic;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Looks for a post among the page's own, newest first, by its text and its alternative texts: a post carries no mark of ours.
 * LinkedIn does not promise that a post is listed as soon as it is public, so not finding one proves nothing.
 */
final class EarlierPosts {
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 3;

    /** Two machines' clocks, at worst. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(10);

    private final LinkedInApi api;

    EarlierPosts(LinkedInApi api) {
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
     * @throws NotPublic when LinkedIn gave no usable answer
     */
    Lookup look(Post post) throws NotPublic {
        for (int page = 0; page < MOST_PAGES; page++) {
            var reply = api.postsOfAuthor(page * PAGE, PAGE);
            if (LinkedInErrors.forbidden(reply)) {
                return new Lookup.Unclear("account-may-not-read");
            }
            var posts = reply.orNotPublic().path("elements");
            for (var live : posts) {
                if (isSame(post, live)) {
                    return found(live.path("id").asText());
                }
            }
            if (posts.size() < PAGE) {
                break;
            }
        }
        return new Lookup.Unclear("absence-not-proven");
    }

    /** What is behind that URN. */
    Confirmation confirm(Post post, String urn) {
        var reply = api.post(urn);
        if (LinkedInErrors.saysMissing(reply)) {
            return Confirmation.GHOST;
        }
        if (reply.json() == null) {
            return reply.refusal() == null ? Confirmation.UNANSWERED : Confirmation.ANOTHER;
        }
        return isSame(post, reply.json()) ? Confirmation.SAME : Confirmation.ANOTHER;
    }

    static Lookup.Found found(String urn) {
        return new Lookup.Found(urn, address(urn));
    }

    static URI address(String urn) {
        return URI.create("https://www.linkedin.com/feed/update/" + urn + "/");
    }

    private static boolean isSame(Post post, JsonNode live) {
        return LinkedInPosts.isPublic(live)
                && !isOlder(post, live)
                && LiveComparison.differences(
                                LivePost.inOneText(post), new ReadBack.Read(List.of(LinkedInPosts.read(live))))
                        .isEmpty();
    }

    private static boolean isOlder(Post post, JsonNode live) {
        var time = post.notBefore();
        var created = live.path("createdAt").asLong();
        return time != null && created > 0 && Instant.ofEpochMilli(created).isBefore(time.minus(CLOCKS_APART));
    }
}
