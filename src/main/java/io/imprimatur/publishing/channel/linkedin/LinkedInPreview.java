package io.imprimatur.publishing.channel.linkedin;

import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.Preview;
import io.imprimatur.publishing.channel.Preview.Card;
import io.imprimatur.publishing.channel.Preview.Count;
import io.imprimatur.publishing.channel.Preview.Crop;
import io.imprimatur.publishing.channel.Preview.Entity;
import io.imprimatur.publishing.channel.Preview.Remark;
import io.imprimatur.publishing.channel.TextEntities;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A post as a company page shows it. */
final class LinkedInPreview {
    /** Of a commentary. Whether LinkedIn counts the backslashes it does not say, so what is sent is counted. */
    static final int CHARACTERS = 3_000;

    static final int IMAGES = 20;

    /** Of an image's alternative text. */
    private static final int ALT_TEXT = 4_086;

    /** Where "see more" stands, as observed in a browser and in the app. */
    private static final Preview.Fold SEE_MORE = new Preview.Fold(210, 140);

    /** Beyond this LinkedIn shows an address of its own, lnkd.in, that leads there, as observed. */
    private static final int SHOWN_ADDRESS = 26;

    private LinkedInPreview() {}

    static Preview of(Post post) {
        var text = post.wholeText();
        var links = TextEntities.links(text);
        var entities = new ArrayList<>(links);
        entities.addAll(LittleText.hashtags(text));
        entities.sort(Comparator.comparingInt(Entity::start));
        return new Preview(
                null,
                text,
                List.of(
                        new Count("characters", LittleText.of(text).length(), CHARACTERS, "body"),
                        new Count("images", post.images().size(), IMAGES, "images")),
                entities,
                remarks(post, links),
                SEE_MORE,
                card(post),
                post.images().stream()
                        .map(image -> post.images().size() == 1 ? Crop.none() : new Crop(1.0, 1.0))
                        .toList());
    }

    /** The code of why the post is not sent; null when it is. */
    static @Nullable String refusal(Post post) {
        if (LittleText.of(post.wholeText()).length() > CHARACTERS) {
            return "too-long-for-platform";
        }
        if (post.images().size() > IMAGES) {
            return "too-many-images";
        }
        return altTextTooLong(post) ? "alt-text-too-long" : null;
    }

    private static List<Remark> remarks(Post post, List<Entity> links) {
        var remarks = new ArrayList<Remark>();
        if (altTextTooLong(post)) {
            remarks.add(new Remark(
                    "alt-text-too-long",
                    "The alternative text of an image is longer than the " + ALT_TEXT
                            + " characters that LinkedIn takes.",
                    "images",
                    true));
        }
        if (links.stream().anyMatch(link -> link.end() - link.start() > SHOWN_ADDRESS)) {
            remarks.add(new Remark(
                    "address-shortened",
                    "LinkedIn may show a long address as a short one of its own that leads there.",
                    "body",
                    false));
        }
        return remarks;
    }

    private static boolean altTextTooLong(Post post) {
        return post.images().stream().anyMatch(image -> image.altText().length() > ALT_TEXT);
    }

    private static @Nullable Card card(Post post) {
        var link = post.link();
        return link == null || link.getHost() == null || !post.images().isEmpty()
                ? null
                : new Card(link.getHost(), LinkedInPosts.title(post));
    }
}
