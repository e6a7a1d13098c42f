package io.imprimatur.publishing.channel.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.content.ChannelCatalog.ChannelInfo;
import io.imprimatur.publishing.channel.Account;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ConnectionTest;
import io.imprimatur.publishing.channel.LiveComparison;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.PagePreview;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.Preview;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.Takedown;
import io.imprimatur.publishing.channel.http.NotPublic;
import io.imprimatur.publishing.channel.http.Reply;
import java.net.URI;

/**
 * A WordPress site. WordPress has no idempotency key and takes equal slugs twice, so a post goes out in steps of which only
 * the last makes it public: images are uploaded, a draft is made, the draft is compared with what was approved, and then
 * that one post, by its id, is set to {@code publish}. The last step may be repeated without harm; a lost answer in an
 * earlier one leaves at most a draft that no reader sees.
 */
final class WordPressChannel implements Channel {
    private static final int GONE = 410;
    private static final int MAX_TITLE = 200;
    private static final int MAX_BODY = 100_000;
    private static final int MAX_IMAGES = 10;

    private final ChannelInfo info;
    private final WordPressApi api;
    private final WordPressMedia media;
    private final WordPressReader reader;

    WordPressChannel(Account account, WordPressApi api) {
        this.info = ChannelInfo.titled(account.key(), account.displayName(), MAX_TITLE, MAX_BODY, MAX_IMAGES);
        this.api = api;
        this.media = new WordPressMedia(api);
        this.reader = new WordPressReader(api);
    }

    @Override
    public ChannelInfo info() {
        return info;
    }

    @Override
    public Preview preview(Post post) {
        return PagePreview.of(post, info);
    }

    @Override
    public PublishResult publish(Post post) {
        try {
            var earlier = earlier(post);
            if (earlier.nothing()) {
                createDraft(post);
                earlier = earlier(post);
            }
            if (earlier.published() != null) {
                return published(earlier.published());
            }
            if (earlier.handled() || earlier.draft() == null) {
                return new PublishResult.Refused("changed-on-platform");
            }
            return makePublic(post, earlier.draft());
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
        var earlier = EarlierPosts.of(reply.json());
        if (earlier.published() != null) {
            return new Lookup.Found(id(earlier.published()), address(earlier.published()));
        }
        return earlier.handled() ? new Lookup.Unclear("changed-on-platform") : new Lookup.Absent();
    }

    @Override
    public ReadBack readBack(Post post, String remoteId) {
        return reader.read(remoteId);
    }

    @Override
    public Takedown withdraw(Post post, String remoteId) {
        var reply = api.bin(remoteId);
        // 410: it is in the bin already
        return reply.done() || WordPressApi.saysMissing(reply) || reply.status() == GONE
                ? new Takedown.Done()
                : reply.notTakenDown();
    }

    @Override
    public ConnectionTest testConnection() {
        var reply = api.me();
        if (reply.json() == null) {
            return reply.unusable();
        }
        var may = reply.json().path("capabilities");
        return may.path("publish_posts").asBoolean() && may.path("upload_files").asBoolean()
                ? new ConnectionTest.Usable()
                : new ConnectionTest.Unusable("account-not-allowed");
    }

    /** Asked again after a draft is made: should two nodes ever make one each, both see the first and publish that. */
    private EarlierPosts earlier(Post post) throws NotPublic {
        return EarlierPosts.of(answer(api.postsByKey(post.key())));
    }

    private void createDraft(Post post) throws NotPublic {
        var images = media.upload(post);
        answer(api.createDraft(post.key(), WordPressHtml.text(post.title()), WordPressHtml.content(post, images)));
    }

    private PublishResult makePublic(Post post, JsonNode draft) {
        if (!LiveComparison.differences(expected(post), new ReadBack.Read(WordPressReader.views(draft)))
                .isEmpty()) {
            return new PublishResult.Refused("platform-changes-content");
        }
        var reply = api.makePublic(draft.path("id").asLong());
        if (reply.json() != null) {
            return EarlierPosts.isPublic(reply.json())
                    ? published(reply.json())
                    : new PublishResult.Unknown("changed-on-platform");
        }
        return reply.unanswered()
                ? new PublishResult.Unknown(reply.trouble())
                : NotPublic.because(reply).result();
    }

    private static JsonNode answer(Reply reply) throws NotPublic {
        if (reply.json() == null) {
            throw NotPublic.because(reply);
        }
        return reply.json();
    }

    private static PublishResult published(JsonNode post) {
        return new PublishResult.Published(id(post), address(post));
    }

    private static String id(JsonNode post) {
        return post.path("id").asText();
    }

    private static URI address(JsonNode post) {
        return URI.create(post.path("link").asText());
    }
}
