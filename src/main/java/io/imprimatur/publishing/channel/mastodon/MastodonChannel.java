package io.imprimatur.publishing.channel.mastodon;

import io.imprimatur.content.ChannelCatalog.ChannelInfo;
import io.imprimatur.platform.Sha256;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An account on a Mastodon instance. Images are uploaded first; one request then makes the post public, with an
 * Idempotency-Key that the instance remembers for an hour. A send after that hour would make a second post, so every send looks
 * first. Two sends within the same milliseconds are no matter of the key but of the publication's lease.
 */
final class MastodonChannel implements Channel {
    private final Account account;
    private final MastodonApi api;
    private final MastodonMedia media;
    private final MastodonReader reader;
    private final EarlierStatuses earlier;
    private final KnownInstances instances;

    MastodonChannel(
            Account account, MastodonApi api, MastodonMedia media, MastodonReader reader, KnownInstances instances) {
        this.account = account;
        this.api = api;
        this.media = media;
        this.reader = reader;
        this.earlier = new EarlierStatuses(api);
        this.instances = instances;
    }

    @Override
    public ChannelInfo info() {
        var limits = limits();
        return ChannelInfo.inOneText(account.key(), account.displayName(), limits.characters(), limits.images());
    }

    @Override
    public Preview preview(Post post) {
        return MastodonPreview.of(post, limits());
    }

    @Override
    public LivePost expected(Post post) {
        return LivePost.inOneText(post);
    }

    @Override
    public PublishResult publish(Post post) {
        try {
            learnLimits();
            var refusal = MastodonPreview.refusal(post, limits());
            if (refusal != null) {
                return new PublishResult.Refused(refusal);
            }
            if (earlier.look(post) instanceof Lookup.Found found) {
                return new PublishResult.Published(found.remoteId(), found.url());
            }
            return published(api.publish(idempotencyKey(post), status(post, media.upload(post))));
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
        return reply.done() || MastodonApi.saysMissing(reply) ? new Takedown.Done() : reply.notTakenDown();
    }

    @Override
    public ConnectionTest testConnection() {
        var me = api.me();
        if (me.json() == null) {
            return me.unusable();
        }
        try {
            learnLimits();
            return new ConnectionTest.Usable();
        } catch (NotPublic noLimits) {
            return new ConnectionTest.Unusable("no-answer");
        }
    }

    private InstanceLimits limits() {
        return instances.limits(api.instance());
    }

    /** Once a day. An instance that does not answer now keeps what it said before; a very old one has the usual limits. */
    private void learnLimits() throws NotPublic {
        if (instances.fresh(api.instance())) {
            return;
        }
        var reply = api.limits();
        if (reply.json() != null) {
            instances.learn(api.instance(), InstanceLimits.of(reply.json()));
        } else if (!reply.notFound() && !instances.known(api.instance())) {
            throw NotPublic.because(reply);
        }
    }

    /** Says all that the account's own preferences would decide otherwise. */
    private Map<String, Object> status(Post post, List<String> mediaIds) {
        var status = new TreeMap<String, Object>(
                Map.of("status", post.wholeText(), "visibility", "public", "sensitive", false));
        if (!mediaIds.isEmpty()) {
            status.put("media_ids", mediaIds);
        }
        account.setting("language").filter(code -> !code.isBlank()).ifPresent(code -> status.put("language", code));
        return status;
    }

    private static PublishResult published(Reply reply) {
        if (reply.json() != null) {
            return new PublishResult.Published(EarlierStatuses.id(reply.json()), EarlierStatuses.address(reply.json()));
        }
        if (reply.unanswered()) {
            return new PublishResult.Unknown(reply.trouble());
        }
        // the key is known, and the post that it made was deleted
        return MastodonApi.saysMissing(reply)
                ? new PublishResult.Refused("changed-on-platform")
                : NotPublic.because(reply).result();
    }

    private static String idempotencyKey(Post post) {
        return Sha256.hex((post.key() + "\n" + post.hash()).getBytes(StandardCharsets.UTF_8));
    }
}
