package io.imprimatur.publishing.channel.x;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.platform.Sha256;
import io.imprimatur.publishing.channel.LiveComparison;
import io.imprimatur.publishing.channel.LivePost;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.http.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a post among the account's latest ones. X has neither idempotency keys nor marks, so the text tells; and it
 * lists new posts late, so what is not listed may be live all the same.
 */
final class XTimeline {
    /** A send is looked for within a day by itself, and by a manager over a weekend; an older equal text is another post. */
    private static final Duration LATEST = Duration.ofDays(7);

    /** The most that X gives at once. */
    private static final int PAGE = 100;

    private static final int MOST_PAGES = 5;

    private final XApi api;
    private final Clock clock;
    private volatile @Nullable Me known;

    XTimeline(XApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** @param token hash of the access token with which X said so: another may be another account's */
    private record Me(String token, String id, String name) {}

    /**
     * A look.
     *
     * @param id of the newest post with that text; null when none is listed
     * @param failure the reply that was none; null when all were
     */
    record Look(@Nullable String id, @Nullable Reply failure) {}

    /** The account's name in addresses, after a look or a successful post. */
    String name() {
        var me = known;
        // this address works for every account
        return me == null ? "i/web" : me.name();
    }

    Look find(Post post) {
        var failure = learnWhoWeAre();
        var me = known;
        if (failure != null || me == null) {
            return new Look(null, failure);
        }
        var since = clock.instant().minus(LATEST);
        var page = "";
        for (int i = 0; i < MOST_PAGES; i++) {
            var reply = api.posts(me.id(), since, PAGE, page);
            var json = reply.json();
            if (json == null || !json.has("meta")) {
                return new Look(null, reply);
            }
            for (var live : json.path("data")) {
                if (isOf(post, live)) {
                    return new Look(live.path("id").asText(), null);
                }
            }
            page = json.path("meta").path("next_token").asText();
            if (page.isEmpty()) {
                break;
            }
        }
        return new Look(null, null);
    }

    private static boolean isOf(Post post, JsonNode live) {
        var view = new LivePost("", XPostText.paragraphs(live), null, List.of());
        return !LiveComparison.differences(XChannel.shown(post), new ReadBack.Read(List.of(view)))
                .contains("body");
    }

    /** @return what went wrong; null when X has said it */
    private @Nullable Reply learnWhoWeAre() {
        var token = Sha256.hex(api.accessToken().getBytes(StandardCharsets.UTF_8));
        var before = known;
        if (before != null && before.token().equals(token)) {
            return null;
        }
        var reply = api.me();
        if (reply.json() == null || !reply.json().has("data")) {
            return reply;
        }
        var me = reply.json().path("data");
        known = new Me(token, me.path("id").asText(), me.path("username").asText());
        return null;
    }
}
