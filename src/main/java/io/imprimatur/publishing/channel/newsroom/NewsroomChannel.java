package io.imprimatur.publishing.channel.newsroom;

import io.imprimatur.content.ChannelCatalog.ChannelInfo;
import io.imprimatur.content.MediaLibrary;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ConnectionTest;
import io.imprimatur.publishing.channel.LivePost;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.PagePreview;
import io.imprimatur.publishing.channel.Picture;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.Preview;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.Takedown;
import io.imprimatur.publishing.settings.PublishingProperties;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The built-in newsroom. Its table takes a revision once, so publishing again changes nothing. */
@Component
class NewsroomChannel implements Channel {
    static final String KEY = "newsroom";

    private final NewsroomPosts posts;
    private final MediaLibrary media;
    private final ChannelInfo info;

    NewsroomChannel(NewsroomPosts posts, MediaLibrary media, PublishingProperties properties) {
        this.posts = posts;
        this.media = media;
        var limits = properties.newsroom();
        this.info = ChannelInfo.titled(KEY, limits.title(), limits.maxTitle(), limits.maxBody(), limits.maxImages());
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
        post.images().forEach(Post.Image::bytes);
        posts.publish(post);
        return posts.ofRevision(post.contentId(), post.revision())
                .<PublishResult>map(
                        live -> new PublishResult.Published(live.id().toString(), address(live)))
                .orElseGet(() -> new PublishResult.Unknown("newsroom-lost-it"));
    }

    @Override
    public Lookup find(Post post) {
        return posts.ofRevision(post.contentId(), post.revision())
                .<Lookup>map(live -> new Lookup.Found(live.id().toString(), address(live)))
                .orElseGet(Lookup.Absent::new);
    }

    @Override
    public ReadBack readBack(Post post, String remoteId) {
        return posts.byId(UUID.fromString(remoteId))
                .<ReadBack>map(live -> new ReadBack.Read(List.of(view(live))))
                .orElseGet(ReadBack.Missing::new);
    }

    @Override
    public Takedown withdraw(Post post, String remoteId) {
        posts.remove(UUID.fromString(remoteId));
        return new Takedown.Done();
    }

    @Override
    public ConnectionTest testConnection() {
        return new ConnectionTest.Usable();
    }

    private LivePost view(NewsroomPost live) {
        var images = live.images().stream().map(this::view).toList();
        return new LivePost(live.title(), Post.paragraphs(live.body()), live.link(), images);
    }

    /** With the bytes that the newsroom really serves. */
    private LivePost.Image view(NewsroomPost.Image image) {
        return media.find(image.mediaId()).isPresent()
                ? LivePost.Image.original(image.altText(), new Picture(image.type(), media.bytes(image.mediaId())))
                : new LivePost.Image(image.altText(), "missing");
    }

    private static URI address(NewsroomPost post) {
        return URI.create("/newsroom/" + post.slug());
    }
}
