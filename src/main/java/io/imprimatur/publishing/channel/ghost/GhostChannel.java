package io.imprimatur.publishing.channel.ghost;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.content.ChannelCatalog.ChannelInfo;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ConnectionTest;
import io.imprimatur.publishing.channel.LiveComparison;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.Preview;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.Takedown;
import io.imprimatur.publishing.channel.http.NotPublic;
import io.imprimatur.publishing.channel.http.Reply;
import java.net.URI;
import java.util.List;

/**
 * A Ghost site. Ghost has no idempotency key and takes equal slugs twice, so a post goes out in steps of which only the last
 * makes it public: images are uploaded, a draft is made, the draft is compared with what was approved, and then that one
 * post, by its id and as it was read, is set to {@code published}. The last step may be repeated without harm; a lost answer
 * in an earlier one leaves at most a draft.
 */
final class GhostChannel implements Channel {
    /** An editor or another node may change the draft between the look and the last step; then it is looked at again. */
    private static final int LOOKS = 3;

    private final ChannelInfo info;
    private final GhostApi api;
    private final GhostImages images;
    private final GhostReader reader;

    GhostChannel(Account account, GhostApi api) {
        this.info = GhostLimits.of(account);
        this.api = api;
        this.images = new GhostImages(api);
        this.reader = new GhostReader(api);
    }

    @Override
    public ChannelInfo info() {
        return info;
    }

    @Override
    public Preview preview(Post post) {
        return GhostLimits.preview(post, info);
    }

    @Override
    public PublishResult publish(Post post) {
        try {
            var earlier = earlier(post);
            if (earlier.nothing()) {
                var uploaded = images.upload(post);
                posts(api.createDraft(post.key(), post.title(), GhostHtml.content(post, uploaded)));
                // asked again: should two nodes ever make a draft each, both see the same first one
                earlier = earlier(post);
            }
            return makePublic(post, earlier);
        } catch (NotPublic stopped) {
            return stopped.result();
        }
    }

    @Override
    public Lookup find(Post post) {
        var reply = api.postsByKey(post.key());
        if (reply.json() == null) {
            return reply.noLookup();
        }
        var earlier = EarlierPosts.of(reply.json().path("posts"));
        if (earlier.published() != null) {
            return new Lookup.Found(id(earlier.published()), address(earlier.published()));
        }
        return earlier.handled() ? new Lookup.Unclear("changed-on-platform") : new Lookup.Absent();
    }

    @Override
    public ReadBack readBack(Post post, String remoteId) {
        return reader.read(post, remoteId);
    }

    /** Deletes: a post that only became a draft again would still be shown at its preview's address, without a login. */
    @Override
    public Takedown withdraw(Post post, String remoteId) {
        var reply = api.delete(remoteId);
        return reply.done() || GhostErrors.saysMissing(reply) ? new Takedown.Done() : reply.notTakenDown();
    }

    @Override
    public ConnectionTest testConnection() {
        var reply = api.newestPost();
        return reply.json() == null ? reply.unusable() : new ConnectionTest.Usable();
    }

    private PublishResult makePublic(Post post, EarlierPosts first) throws NotPublic {
        var earlier = first;
        for (int look = 1; look <= LOOKS; look++) {
            if (earlier.published() != null) {
                return published(earlier.published());
            }
            if (earlier.handled() || earlier.draft() == null) {
                return new PublishResult.Refused("changed-on-platform");
            }
            if (!LiveComparison.differences(expected(post), read(earlier.draft()))
                    .isEmpty()) {
                return new PublishResult.Refused("platform-changes-content");
            }
            var reply = api.makePublic(earlier.draft());
            if (!GhostErrors.collided(reply)) {
                return outcome(reply);
            }
            earlier = earlier(post);
        }
        return new PublishResult.RetryLater("changed-on-platform", null);
    }

    private static PublishResult outcome(Reply reply) {
        if (reply.json() != null) {
            var post = reply.json().path("posts").path(0);
            return EarlierPosts.isPublic(post) ? published(post) : new PublishResult.Unknown("changed-on-platform");
        }
        return reply.unanswered()
                ? new PublishResult.Unknown(reply.trouble())
                : NotPublic.because(reply).result();
    }

    private EarlierPosts earlier(Post post) throws NotPublic {
        return EarlierPosts.of(posts(api.postsByKey(post.key())));
    }

    private static JsonNode posts(Reply reply) throws NotPublic {
        if (reply.json() == null) {
            throw NotPublic.because(reply);
        }
        return reply.json().path("posts");
    }

    private static ReadBack.Read read(JsonNode draft) {
        return new ReadBack.Read(List.of(GhostReader.view(draft)));
    }

    private static PublishResult published(JsonNode post) {
        return new PublishResult.Published(id(post), address(post));
    }

    private static String id(JsonNode post) {
        return post.path("id").asText();
    }

    private static URI address(JsonNode post) {
        return URI.create(post.path("url").asText());
    }
}
