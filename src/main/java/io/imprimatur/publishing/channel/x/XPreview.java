package io.imprimatur.publishing.channel.x;

import com.twitter.twittertext.Extractor;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.Preview;
import io.imprimatur.publishing.channel.Preview.Crop;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Shows a post as X's timeline does. X documents neither its cards nor how it cuts images: the shapes are what its timeline
 * has shown since 2021, one image whole between 3:4 and 2:1, two side by side as 7:8, a grid of 7:4 for more.
 */
final class XPreview {
    private static final double TALLEST = 3.0 / 4;
    private static final double WIDEST = 2.0;
    private static final double HALF = 7.0 / 8;
    private static final double QUARTER = 7.0 / 4;

    private XPreview() {}

    static Preview of(Post post) {
        var text = post.wholeText();
        return new Preview(
                null,
                text,
                XLimits.counts(post),
                XText.entities(text).stream().map(XPreview::entity).toList(),
                XLimits.remarks(post),
                Preview.Fold.never(),
                card(post),
                IntStream.range(0, post.images().size())
                        .mapToObj(i -> crop(post.images(), i))
                        .toList());
    }

    private static Preview.Entity entity(Extractor.Entity entity) {
        var kind =
                switch (entity.getType()) {
                    case URL -> Preview.Entity.Kind.LINK;
                    case HASHTAG, CASHTAG -> Preview.Entity.Kind.HASHTAG;
                    case MENTION -> Preview.Entity.Kind.MENTION;
                };
        return new Preview.Entity(kind, entity.getStart(), entity.getEnd());
    }

    /** Its picture and title are the linked page's. */
    private static Preview.@Nullable Card card(Post post) {
        var link = post.link();
        return link == null || link.getHost() == null || !post.images().isEmpty()
                ? null
                : new Preview.Card(link.getHost(), "");
    }

    private static Crop crop(List<Post.Image> images, int index) {
        return switch (images.size()) {
            case 1 -> alone(images.get(0));
            case 2 -> new Crop(HALF, HALF);
            case 3 -> index == 0 ? new Crop(HALF, HALF) : new Crop(QUARTER, QUARTER);
            default -> new Crop(QUARTER, QUARTER);
        };
    }

    private static Crop alone(Post.Image image) {
        var shape = (double) image.width() / Math.max(1, image.height());
        if (shape < TALLEST) {
            return new Crop(TALLEST, TALLEST);
        }
        return shape > WIDEST ? new Crop(WIDEST, WIDEST) : Crop.none();
    }
}
