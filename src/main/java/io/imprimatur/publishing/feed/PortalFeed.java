package io.imprimatur.publishing.feed;

import io.imprimatur.content.Contents;
import io.imprimatur.content.MediaLibrary;
import io.imprimatur.content.Revision;
import io.imprimatur.platform.PublicAddress;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.settings.PublishingProperties;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is live on a patient portal, as a feed that the portal's pages can embed. Public, without session; what is withdrawn
 * leaves it at once.
 */
@RestController
@RequestMapping("/portal/{channel}")
class PortalFeed {
    private final PortalPosts posts;
    private final Contents contents;
    private final MediaLibrary media;
    private final PublicAddress address;
    private final PublishingProperties.Newsroom settings;

    PortalFeed(
            PortalPosts posts,
            Contents contents,
            MediaLibrary media,
            PublicAddress address,
            PublishingProperties properties) {
        this.posts = posts;
        this.contents = contents;
        this.media = media;
        this.address = address;
        this.settings = properties.newsroom();
    }

    @GetMapping("/feed.atom")
    ResponseEntity<byte[]> feed(@PathVariable String channel) {
        var name = posts.nameOf(channel);
        if (name.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        var head = new AtomFeed.Head(
                settings.publisher() + "/" + channel,
                name.get(),
                settings.publisher(),
                address.of("/portal/" + channel + "/feed.atom"),
                null);
        return ResponseEntity.ok()
                .contentType(AtomFeed.TYPE)
                .cacheControl(CacheControl.noCache())
                .header("X-Content-Type-Options", "nosniff")
                .body(new AtomFeed(head)
                        .write(posts.newest(channel, settings.feedSize()).stream()
                                .map(live -> entry(channel, live))
                                .toList()));
    }

    @GetMapping("/media/{id}")
    ResponseEntity<byte[]> image(@PathVariable String channel, @PathVariable UUID id) {
        return media.find(id)
                .filter(stored -> posts.shows(channel, id))
                .map(stored -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(stored.type()))
                        .cacheControl(CacheControl.noCache())
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Cross-Origin-Resource-Policy", "cross-origin")
                        .body(media.bytes(id)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private AtomFeed.Entry entry(String channel, PortalPosts.Live live) {
        var revision = contents.revision(live.contentId(), live.revision());
        var link = revision.link();
        return new AtomFeed.Entry(
                live.id(),
                revision.title(),
                live.publishedAt(),
                null,
                paragraphs(revision, channel),
                link == null ? null : link.toString(),
                revision.images().stream()
                        .map(image -> new AtomFeed.Entry.Image(
                                address.of("/portal/" + channel + "/media/" + image.mediaId()), image.altText()))
                        .toList());
    }

    private static List<List<String>> paragraphs(Revision revision, String channel) {
        return Post.paragraphs(revision.texts().getOrDefault(channel, revision.body())).stream()
                .map(paragraph -> List.of(paragraph.split("\n")))
                .toList();
    }
}
