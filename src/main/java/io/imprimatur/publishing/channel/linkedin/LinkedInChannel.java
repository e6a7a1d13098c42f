package io.imprimatur.publishing.channel.linkedin;

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
import io.imprimatur.publishing.channel.http.Exchange;
import io.imprimatur.publishing.channel.http.NotPublic;
import io.imprimatur.publishing.channel.http.Reply;

/**
 * A company page on LinkedIn. Images are uploaded and awaited first; one request then makes the post public. LinkedIn has no
 * idempotency key, so every send looks first where the app may read, and what cannot be found after an unanswered send is for a
 * person to settle.
 */
final class LinkedInChannel implements Channel {
    private final Account account;
    private final LinkedInApi api;
    private final LinkedInImages images;
    private final LinkedInReader reader;
    private final EarlierPosts earlier;

    LinkedInChannel(Account account, LinkedInApi api, LinkedInImages images, LinkedInReader reader) {
        this.account = account;
        this.api = api;
        this.images = images;
        this.reader = reader;
        this.earlier = new EarlierPosts(api);
    }

    @Override
    public ChannelInfo info() {
        return ChannelInfo.inOneText(
                account.key(), account.displayName(), LinkedInPreview.CHARACTERS, LinkedInPreview.IMAGES);
    }

    @Override
    public Preview preview(Post post) {
        return LinkedInPreview.of(post);
    }

    @Override
    public LivePost expected(Post post) {
        return LivePost.inOneText(post);
    }

    @Override
    public PublishResult publish(Post post) {
        var refusal = LinkedInPreview.refusal(post);
        if (refusal != null) {
            return new PublishResult.Refused(refusal);
        }
        try {
            if (earlier.look(post) instanceof Lookup.Found found) {
                return new PublishResult.Published(found.remoteId(), found.url());
            }
            return published(post, api.publish(LinkedInPosts.json(post, api.author(), images.upload(post))));
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
        return reply.done() || LinkedInErrors.saysMissing(reply) ? new Takedown.Done() : reply.notTakenDown();
    }

    /** An app that may not read its page's posts can still publish; then an image is announced, which nobody sees. */
    @Override
    public ConnectionTest testConnection() {
        var reply = api.postsOfAuthor(0, 1);
        if (LinkedInErrors.forbidden(reply)) {
            reply = api.announceImage();
        }
        return reply.json() == null ? reply.unusable() : new ConnectionTest.Usable();
    }

    private PublishResult published(Post post, Reply reply) {
        if (reply.done()) {
            var urn = reply.exchange() instanceof Exchange.Answer answer
                    ? answer.headers().getFirst("x-restli-id")
                    : null;
            return urn == null || urn.isBlank()
                    ? new PublishResult.Unknown("no-answer")
                    : new PublishResult.Published(urn, EarlierPosts.address(urn));
        }
        if (reply.unanswered()) {
            return new PublishResult.Unknown(reply.trouble());
        }
        return LinkedInErrors.DUPLICATE.equals(reply.refusal())
                ? duplicate(post, reply)
                : NotPublic.because(reply).result();
    }

    /** The refusal names a post, which is looked at: it may be this very post, another one, or not there. */
    private PublishResult duplicate(Post post, Reply refused) {
        var named = LinkedInErrors.duplicateOf(refused);
        if (named.isEmpty()) {
            return new PublishResult.Refused(LinkedInErrors.DUPLICATE);
        }
        return switch (earlier.confirm(post, named.get())) {
            case SAME -> new PublishResult.Published(named.get(), EarlierPosts.address(named.get()));
            case ANOTHER -> new PublishResult.Refused(LinkedInErrors.DUPLICATE);
            case GHOST -> new PublishResult.Refused("platform-remembers-deleted-post");
            case UNANSWERED -> new PublishResult.Unknown("no-answer");
        };
    }
}
