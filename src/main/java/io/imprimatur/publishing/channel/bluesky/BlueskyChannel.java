package io.imprimatur.publishing.channel.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.content.ChannelCatalog.ChannelInfo;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.AccountUnusable;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ConnectionTest;
import io.imprimatur.publishing.channel.LivePost;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.Preview;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.Takedown;
import io.imprimatur.publishing.channel.http.NotPublic;
import io.imprimatur.publishing.channel.http.Reply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * An account of Bluesky. A revision is one record under a key that follows from it, and is written only where there is
 * none: sent twice, by two nodes at once or late, it is there once, and never written over what somebody changed. That is
 * also why {@code createdAt} may be the time of the send that wrote it.
 */
final class BlueskyChannel implements Channel {
    private final ChannelInfo info;
    private final BlueskyApi api;
    private final BlueskyReader reader;
    private final Clock clock;

    BlueskyChannel(Account account, BlueskyApi api, ObjectMapper json, Clock clock) {
        this.info = ChannelInfo.inOneText(
                account.key(), account.displayName(), BlueskyLimits.GRAPHEMES, BlueskyLimits.IMAGES);
        this.api = api;
        this.reader = new BlueskyReader(api, json);
        this.clock = clock;
    }

    @Override
    public ChannelInfo info() {
        return info;
    }

    @Override
    public Preview preview(Post post) {
        return BlueskyPreview.of(post);
    }

    @Override
    public LivePost expected(Post post) {
        return LivePost.inOneText(post);
    }

    @Override
    public PublishResult publish(Post post) {
        var images = post.images().stream().map(Post.Image::bytes).toList();
        var tooMuch = BlueskyLimits.refusal(post, images);
        if (tooMuch.isPresent()) {
            return new PublishResult.Refused(tooMuch.get());
        }
        try {
            var uri = api.uri(RecordKey.of(post));
            return isThere(uri) ? published(uri) : create(uri, post, upload(post, images));
        } catch (NotPublic stopped) {
            return stopped.result();
        }
    }

    @Override
    public Lookup find(Post post) {
        var uri = api.uri(RecordKey.of(post));
        var reply = api.get(uri);
        if (BlueskyApi.saysMissing(reply)) {
            return new Lookup.Absent();
        }
        return reply.json() == null ? reply.noLookup() : new Lookup.Found(uri.toString(), uri.page());
    }

    @Override
    public ReadBack readBack(Post post, String remoteId) {
        return reader.read(post, PostUri.parse(remoteId));
    }

    @Override
    public Takedown withdraw(Post post, String remoteId) {
        var reply = api.delete(PostUri.parse(remoteId));
        return reply.done() ? new Takedown.Done() : reply.notTakenDown();
    }

    @Override
    public ConnectionTest testConnection() {
        try {
            var reply = api.session();
            return reply.json() == null ? reply.unusable() : new ConnectionTest.Usable();
        } catch (AccountUnusable unusable) {
            return new ConnectionTest.Unusable(unusable.code());
        }
    }

    private boolean isThere(PostUri uri) throws NotPublic {
        var reply = api.get(uri);
        if (reply.json() == null && !BlueskyApi.saysMissing(reply)) {
            throw NotPublic.because(reply);
        }
        return reply.json() != null;
    }

    private List<JsonNode> upload(Post post, List<byte[]> images) throws NotPublic {
        var blobs = new ArrayList<JsonNode>();
        for (int i = 0; i < images.size(); i++) {
            var reply = api.upload(post.images().get(i).type(), images.get(i));
            if (reply.json() == null) {
                throw NotPublic.because(reply);
            }
            blobs.add(reply.json().path("blob"));
        }
        return blobs;
    }

    private PublishResult create(PostUri uri, Post post, List<JsonNode> blobs) throws NotPublic {
        var reply = api.create(uri, BlueskyRecord.of(post, blobs, clock.instant()));
        if (reply.json() != null) {
            return published(uri);
        }
        if (BlueskyApi.is(reply, "InvalidSwap")) {
            // another send was first
            return isThere(uri) ? published(uri) : new PublishResult.Refused("platform-has-duplicate");
        }
        if (BlueskyApi.is(reply, "BlobNotFound")) {
            // it deletes images that no record refers to yet; the next try uploads them again
            return new PublishResult.RetryLater("platform-error", null);
        }
        return reply.unanswered() ? new PublishResult.Unknown(reply.trouble()) : notPublic(reply);
    }

    private static PublishResult notPublic(Reply reply) {
        return NotPublic.because(reply).result();
    }

    private static PublishResult published(PostUri uri) {
        return new PublishResult.Published(uri.toString(), uri.page());
    }
}
