package io.imprimatur.publishing.channel.facebook;

import io.imprimatur.content.ChannelCatalog.ChannelInfo;
import io.imprimatur.publishing.channel.Account;
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
import java.util.ArrayList;
import java.util.List;

/**
 * A Facebook page. Photos are uploaded unpublished first; one request then makes the post public. Facebook has no idempotency
 * key, so every send looks first, and what cannot be found after an unanswered send is for a person to settle.
 */
final class FacebookChannel implements Channel {
    private final Account account;
    private final FacebookApi api;
    private final FacebookReader reader;
    private final EarlierPosts earlier;

    FacebookChannel(Account account, FacebookApi api, FacebookReader reader) {
        this.account = account;
        this.api = api;
        this.reader = reader;
        this.earlier = new EarlierPosts(api);
    }

    @Override
    public ChannelInfo info() {
        return ChannelInfo.inOneText(
                account.key(), account.displayName(), FacebookPreview.CHARACTERS, FacebookPreview.IMAGES);
    }

    @Override
    public Preview preview(Post post) {
        return FacebookPreview.of(post);
    }

    @Override
    public LivePost expected(Post post) {
        return LivePost.inOneText(post);
    }

    @Override
    public PublishResult publish(Post post) {
        var refusal = FacebookPreview.refusal(post);
        if (refusal != null) {
            return new PublishResult.Refused(refusal);
        }
        try {
            if (earlier.look(post) instanceof Lookup.Found found) {
                return new PublishResult.Published(found.remoteId(), found.url());
            }
            return published(post, api.publish(post, upload(post)));
        } catch (NotPublic stopped) {
            return stopped.result();
        }
    }

    @Override
    public Lookup find(Post post) {
        return earlier.find(post);
    }

    @Override
    public ReadBack readBack(Post post, String remoteId) {
        return reader.read(remoteId);
    }

    @Override
    public Takedown withdraw(Post post, String remoteId) {
        var reply = api.delete(remoteId);
        return reply.done() || (FacebookErrors.doesNotExist(reply) && reader.mayReadPosts())
                ? new Takedown.Done()
                : reply.notTakenDown();
    }

    /** The token must be the page's own, and may read its posts. */
    @Override
    public ConnectionTest testConnection() {
        var me = api.me();
        if (me.json() == null) {
            return me.unusable();
        }
        if (!me.json().path("id").asText().equals(api.page())) {
            return new ConnectionTest.Unusable("account-not-allowed");
        }
        var feed = api.feed("");
        return feed.json() == null ? feed.unusable() : new ConnectionTest.Usable();
    }

    private List<String> upload(Post post) throws NotPublic {
        var photos = new ArrayList<String>();
        for (var image : post.images()) {
            photos.add(api.upload(image).orNotPublic().path("id").asText());
        }
        return photos;
    }

    private PublishResult published(Post post, Reply reply) throws NotPublic {
        if (reply.json() != null) {
            var id = reply.json().path("id").asText();
            return id.isEmpty()
                    ? new PublishResult.Unknown("no-answer")
                    : new PublishResult.Published(id, EarlierPosts.address(id));
        }
        if (reply.unanswered()) {
            return new PublishResult.Unknown(reply.trouble());
        }
        var mayBeThere =
                FacebookErrors.DUPLICATE.equals(reply.refusal()) || FacebookErrors.BLOCKED.equals(reply.refusal());
        return mayBeThere && earlier.find(post) instanceof Lookup.Found found
                ? new PublishResult.Published(found.remoteId(), found.url())
                : NotPublic.because(reply).result();
    }
}
