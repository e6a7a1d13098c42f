package io.imprimatur.publishing.channel.bluesky;

import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.Preview.Count;
import io.imprimatur.publishing.channel.Preview.Remark;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What Bluesky takes (lexicons app.bsky.feed.post and app.bsky.embed.images). It refuses what exceeds them. */
final class BlueskyLimits {
    static final int GRAPHEMES = 300;
    static final int BYTES = 3_000;
    static final int IMAGES = 4;

    /** Of one image, in bytes. */
    static final int IMAGE_BYTES = 2_000_000;

    private BlueskyLimits() {}

    static List<Count> counts(Post post) {
        var text = post.wholeText();
        return List.of(
                new Count("characters", TextSize.graphemes(text), GRAPHEMES, "body"),
                new Count("bytes", TextSize.bytes(text), BYTES, "body"),
                new Count("images", post.images().size(), IMAGES, "images"));
    }

    /** What would be refused. The size of images in bytes is known only when they are sent. */
    static List<Remark> remarks(Post post) {
        return counts(post).stream()
                .filter(Count::exceeded)
                .map(BlueskyLimits::remark)
                .toList();
    }

    /** The code of what would be refused; empty when all of it fits. */
    static Optional<String> refusal(Post post, List<byte[]> images) {
        return Stream.concat(
                        remarks(post).stream().map(Remark::code),
                        images.stream()
                                .filter(bytes -> bytes.length > IMAGE_BYTES)
                                .map(bytes -> "image-too-large"))
                .findFirst();
    }

    private static Remark remark(Count count) {
        return count.field().equals("images")
                ? new Remark("too-many-images", "Bluesky takes " + IMAGES + " images in a post.", "images", true)
                : new Remark(
                        "too-long-for-platform",
                        "Bluesky takes " + count.limit() + " " + count.unit() + "; with title and link this text has "
                                + count.used() + ".",
                        "body",
                        true);
    }
}
