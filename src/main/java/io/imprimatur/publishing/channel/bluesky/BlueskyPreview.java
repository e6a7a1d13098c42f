package io.imprimatur.publishing.channel.bluesky;

import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.Preview;
import io.imprimatur.publishing.channel.Preview.Crop;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shows a post as bsky.app does: all of its text, a card for the link when there are no images, and images as its public
 * program lays them out (github.com/bluesky-social/social-app, ImageLayoutGrid.tsx).
 */
final class BlueskyPreview {
    private BlueskyPreview() {}

    static Preview of(Post post) {
        var text = post.wholeText();
        var card = BlueskyRecord.card(post);
        return new Preview(
                null,
                text,
                BlueskyLimits.counts(post),
                Facets.of(text, post.link()).stream().map(Facet::entity).toList(),
                BlueskyLimits.remarks(post),
                Preview.Fold.never(),
                card.map(link -> new Preview.Card(BlueskyRecord.title(link), BlueskyRecord.title(link)))
                        .orElse(null),
                crops(post.images().size()));
    }

    /** One image is shown by its own shape; several are cut to squares. */
    private static List<Crop> crops(int images) {
        return IntStream.range(0, images)
                .mapToObj(i -> images == 1 ? Crop.none() : new Crop(1.0, 1.0))
                .toList();
    }
}
