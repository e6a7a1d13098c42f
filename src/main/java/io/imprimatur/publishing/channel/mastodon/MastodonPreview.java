package io.imprimatur.publishing.channel.mastodon;

import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.Preview;
import io.imprimatur.publishing.channel.Preview.Card;
import io.imprimatur.publishing.channel.Preview.Count;
import io.imprimatur.publishing.channel.Preview.Crop;
import io.imprimatur.publishing.channel.Preview.Entity;
import io.imprimatur.publishing.channel.Preview.Remark;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A post as Mastodon's own web page shows it. */
final class MastodonPreview {
    /** The web page folds what is higher than 706 pixels, which is 32 lines (status_content, MAX_HEIGHT). */
    private static final int LINES = 32;

    /** Letters to a line, as observed in the page's default layout and on a phone of 390 pixels. */
    private static final int WIDE = 65;

    private static final int PHONE = 42;

    private MastodonPreview() {}

    static Preview of(Post post, InstanceLimits limits) {
        var text = post.wholeText();
        var entities = MastodonText.entities(text);
        return new Preview(
                null,
                text,
                List.of(
                        new Count("characters", MastodonText.count(text, limits.perUrl()), limits.characters(), "body"),
                        new Count("images", post.images().size(), limits.images(), "images")),
                entities,
                remarks(post, text, entities, limits),
                new Preview.Fold(fold(text, WIDE), fold(text, PHONE)),
                post.images().isEmpty() ? card(text, entities) : null,
                crops(post.images().size()));
    }

    /** The code of why the instance would not take the post; null when it would. */
    static @Nullable String refusal(Post post, InstanceLimits limits) {
        if (MastodonText.count(post.wholeText(), limits.perUrl()) > limits.characters()) {
            return "too-long-for-platform";
        }
        if (post.images().size() > limits.images()) {
            return "too-many-images";
        }
        return post.images().stream().anyMatch(image -> altTextTooLong(image, limits)) ? "alt-text-too-long" : null;
    }

    private static List<Remark> remarks(Post post, String text, List<Entity> entities, InstanceLimits limits) {
        var remarks = new ArrayList<Remark>();
        if (post.images().stream().anyMatch(image -> altTextTooLong(image, limits))) {
            remarks.add(new Remark(
                    "alt-text-too-long",
                    "The alternative text of an image is longer than the " + limits.altText()
                            + " characters that the instance takes.",
                    "images",
                    true));
        }
        if (entities.stream().anyMatch(entity -> entity.kind() == Entity.Kind.MENTION)) {
            remarks.add(new Remark(
                    "mention-notifies",
                    "A name after @ becomes a link to that account, and its owner is told, if there is such an account.",
                    "body",
                    false));
        }
        if (MastodonText.hasShortCodes(text)) {
            remarks.add(new Remark(
                    "short-code-becomes-picture",
                    "A word between colons is shown as a picture if the instance has one of that name.",
                    "body",
                    false));
        }
        return remarks;
    }

    private static boolean altTextTooLong(Post.Image image, InstanceLimits limits) {
        return image.altText().codePointCount(0, image.altText().length()) > limits.altText();
    }

    private static int fold(String text, int width) {
        var lines = 0;
        var start = 0;
        while (start < text.length()) {
            if (lines == LINES) {
                return start;
            }
            var lineFeed = text.indexOf('\n', start);
            var end = lineFeed < 0 ? text.length() : lineFeed + 1;
            start = Math.min(end, start + width);
            lines++;
        }
        return Integer.MAX_VALUE;
    }

    /** Of the first link; the instance fetches its title from there after it was published. */
    private static @Nullable Card card(String text, List<Entity> entities) {
        return entities.stream()
                .filter(entity -> entity.kind() == Entity.Kind.LINK)
                .findFirst()
                .map(link -> new Card(host(text.substring(link.start(), link.end())), ""))
                .orElse(null);
    }

    private static String host(String address) {
        try {
            var host = URI.create(address).getHost();
            return host == null ? address : host;
        } catch (IllegalArgumentException noUri) {
            return address;
        }
    }

    /** One image is shown whole; more share a box of 3 to 2 (the page's media gallery). */
    private static List<Crop> crops(int images) {
        return IntStream.range(0, images)
                .mapToObj(place -> switch (images) {
                    case 1 -> Crop.none();
                    case 2 -> new Crop(0.75, 0.75);
                    case 3 -> place == 0 ? new Crop(0.75, 0.75) : new Crop(1.5, 1.5);
                    default -> new Crop(1.5, 1.5);
                })
                .toList();
    }
}
