package io.imprimatur.publishing.internal;

import io.imprimatur.content.ChannelCatalog;
import io.imprimatur.content.Revision;
import io.imprimatur.publishing.Previews;
import io.imprimatur.publishing.account.Accounts;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.Preview;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The channels that there are: those built in, and the accounts. */
@Component
class ConfiguredChannels implements ChannelCatalog, Previews {
    private final List<Channel> builtIn;
    private final Accounts accounts;
    private final ApprovedPosts posts;

    ConfiguredChannels(List<Channel> builtIn, Accounts accounts, ApprovedPosts posts) {
        this.builtIn = List.copyOf(builtIn);
        this.accounts = accounts;
        this.posts = posts;
    }

    @Override
    public List<ChannelInfo> channels() {
        return Stream.concat(builtIn.stream(), accounts.channels().stream())
                .map(Channel::info)
                .toList();
    }

    @Override
    public Optional<ChannelInfo> channel(String key) {
        return adapter(key).map(Channel::info);
    }

    @Override
    public List<Remark> remarks(String channel, Revision revision) {
        return adapter(channel).stream()
                .flatMap(known -> remarks(known, revision, known.preview(posts.of(revision, known.info()))))
                .toList();
    }

    @Override
    public List<ChannelPreview> of(Revision revision) {
        return revision.channels().stream()
                .flatMap(key -> adapter(key).stream())
                .map(channel -> new ChannelPreview(channel.info(), channel.preview(posts.of(revision, channel.info()))))
                .toList();
    }

    Optional<Channel> adapter(String key) {
        return builtIn.stream()
                .filter(channel -> channel.info().key().equals(key))
                .findFirst()
                .or(() -> accounts.channel(key));
    }

    private static Stream<Remark> remarks(Channel channel, Revision revision, Preview preview) {
        var key = channel.info().key();
        var name = channel.info().displayName();
        var tooLong = preview.counts().stream()
                .filter(Preview.Count::exceeded)
                .map(count -> new Remark(
                        key,
                        "too-long-for-channel",
                        name + " takes at most " + count.limit() + " " + count.unit() + "; this has " + count.used()
                                + ".",
                        field(count.field(), key, revision),
                        true));
        var others = preview.remarks().stream()
                .map(remark -> new Remark(
                        key,
                        remark.code(),
                        name + ": " + remark.sentence(),
                        field(remark.field(), key, revision),
                        remark.refused()));
        return Stream.concat(tooLong, others);
    }

    /** A text of its own is a field of its own. */
    private static String field(String field, String channel, Revision revision) {
        return field.equals("body") && revision.texts().containsKey(channel) ? "texts[" + channel + "]" : field;
    }
}
