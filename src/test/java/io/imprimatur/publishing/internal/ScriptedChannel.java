package io.imprimatur.publishing.internal;

import io.imprimatur.content.ChannelCatalog.ChannelInfo;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ConnectionTest;
import io.imprimatur.publishing.channel.LivePost;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.PagePreview;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.Preview;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.Takedown;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A platform without idempotency: every send that reaches it makes one more public post. */
final class ScriptedChannel implements Channel {
    final AtomicInteger sends = new AtomicInteger();
    final Deque<Function<Post, PublishResult>> onPublish = new ArrayDeque<>();
    final Deque<Function<Post, Lookup>> onFind = new ArrayDeque<>();
    final Deque<Function<Post, ReadBack>> onRead = new ArrayDeque<>();
    final Deque<Function<Post, Takedown>> onWithdraw = new ArrayDeque<>();

    private final String key;
    private final Map<String, AtomicInteger> live = new ConcurrentHashMap<>();

    ScriptedChannel(String key) {
        this.key = key;
    }

    /** How many public posts it has of that revision. */
    int live(Post post) {
        return live(post.key());
    }

    int live(String postKey) {
        return live.getOrDefault(postKey, new AtomicInteger()).get();
    }

    /** Forgets what was scripted. */
    void behave() {
        onPublish.clear();
        onFind.clear();
        onRead.clear();
        onWithdraw.clear();
    }

    PublishResult accept(Post post) {
        live.computeIfAbsent(post.key(), none -> new AtomicInteger()).incrementAndGet();
        return new PublishResult.Published("1", address(post));
    }

    @Override
    public ChannelInfo info() {
        return ChannelInfo.titled(key, key, 200, 10_000, 4);
    }

    @Override
    public Preview preview(Post post) {
        return PagePreview.of(post, info());
    }

    @Override
    public PublishResult publish(Post post) {
        sends.incrementAndGet();
        var scripted = next(onPublish);
        return scripted == null ? accept(post) : scripted.apply(post);
    }

    @Override
    public Lookup find(Post post) {
        var scripted = next(onFind);
        if (scripted != null) {
            return scripted.apply(post);
        }
        return live(post) > 0 ? new Lookup.Found("1", address(post)) : new Lookup.Absent();
    }

    @Override
    public ReadBack readBack(Post post, String remoteId) {
        var scripted = next(onRead);
        if (scripted != null) {
            return scripted.apply(post);
        }
        return live(post) > 0 ? new ReadBack.Read(List.of(view(post))) : new ReadBack.Missing();
    }

    @Override
    public Takedown withdraw(Post post, String remoteId) {
        var scripted = next(onWithdraw);
        if (scripted != null) {
            return scripted.apply(post);
        }
        live.remove(post.key());
        return new Takedown.Done();
    }

    @Override
    public ConnectionTest testConnection() {
        return new ConnectionTest.Usable();
    }

    static LivePost view(Post post) {
        return LivePost.of(post);
    }

    private static URI address(Post post) {
        return URI.create("https://platform.example/" + post.key());
    }

    private static <T> @Nullable T next(Deque<T> script) {
        synchronized (script) {
            return script.poll();
        }
    }
}
