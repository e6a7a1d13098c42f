package io.imprimatur.publishing.channel.x;

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
import java.net.URI;
import java.time.Clock;
import java.util.List;

/**
 * An account of X. X refuses a text that it has had lately, but has no idempotency key, and lists new posts late: absence
 * is never proven, so a create without an answer that is not found is a person's to settle.
 */
final class XChannel implements Channel {
    private final ChannelInfo info;
    private final XApi api;
    private final XMedia media;
    private final XTimeline timeline;
    private final XReader reader;

    XChannel(Account account, XApi api, XMedia media, Clock clock) {
        this.info = ChannelInfo.inOneText(account.key(), account.displayName(), XText.LIMIT, XLimits.IMAGES);
        this.api = api;
        this.media = media;
        this.timeline = new XTimeline(api, clock);
        this.reader = new XReader(api);
    }

    @Override
    public ChannelInfo info() {
        return info;
    }

    @Override
    public Preview preview(Post post) {
        return XPreview.of(post);
    }

    @Override
    public LivePost expected(Post post) {
        return shown(post);
    }

    /** What X shows of the post, with addresses as it spells them out. */
    static LivePost shown(Post post) {
        var plain = LivePost.inOneText(post);
        return new LivePost("", Post.paragraphs(XText.canonical(post.wholeText())), null, plain.images());
    }

    @Override
    public PublishResult publish(Post post) {
        var images = post.images().stream().map(Post.Image::bytes).toList();
        var tooMuch = XLimits.refusal(post, images);
        if (tooMuch.isPresent()) {
            return new PublishResult.Refused(tooMuch.get());
        }
        var earlier = timeline.find(post);
        if (earlier.failure() != null) {
            return NotPublic.because(earlier.failure()).result();
        }
        if (earlier.id() != null) {
            return published(earlier.id());
        }
        try {
            return create(post, media.upload(post, images));
        } catch (NotPublic stopped) {
            return stopped.result();
        }
    }

    @Override
    public Lookup find(Post post) {
        var look = timeline.find(post);
        if (look.failure() != null) {
            return look.failure().noLookup();
        }
        return look.id() == null
                ? new Lookup.Unclear("absence-not-proven")
                : new Lookup.Found(look.id(), address(look.id()));
    }

    @Override
    public ReadBack readBack(Post post, String remoteId) {
        return reader.read(remoteId);
    }

    @Override
    public Takedown withdraw(Post post, String remoteId) {
        var reply = api.delete(remoteId);
        var deleted = reply.json() != null
                && reply.json().path("data").path("deleted").asBoolean();
        if (deleted || XErrors.saysMissing(reply)) {
            return new Takedown.Done();
        }
        // a success that deleted nothing: there was nothing, or it could not
        if (reply.done() && XErrors.saysMissing(api.post(remoteId))) {
            return new Takedown.Done();
        }
        return reply.notTakenDown();
    }

    @Override
    public ConnectionTest testConnection() {
        try {
            var reply = api.me();
            return reply.json() == null ? reply.unusable() : new ConnectionTest.Usable();
        } catch (AccountUnusable unusable) {
            return new ConnectionTest.Unusable(unusable.code());
        }
    }

    private PublishResult create(Post post, List<String> images) {
        var reply = api.create(post.wholeText(), images);
        var id =
                reply.json() == null ? "" : reply.json().path("data").path("id").asText();
        if (!id.isEmpty()) {
            return published(id);
        }
        if (XErrors.DUPLICATE.equals(reply.refusal())) {
            return duplicate(post, reply);
        }
        return reply.unanswered() || reply.json() != null
                ? new PublishResult.Unknown(reply.trouble())
                : NotPublic.because(reply).result();
    }

    /** Whether the text that X has is this post, of a send that had no answer. */
    private PublishResult duplicate(Post post, Reply refusal) {
        var look = timeline.find(post);
        if (look.failure() != null) {
            return new PublishResult.Unknown(XErrors.DUPLICATE);
        }
        return look.id() == null ? NotPublic.because(refusal).result() : published(look.id());
    }

    private PublishResult published(String id) {
        return new PublishResult.Published(id, address(id));
    }

    private URI address(String id) {
        return URI.create("https://x.com/" + timeline.name() + "/status/" + id);
    }
}
