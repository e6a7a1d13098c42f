package io.imprimatur.publishing.channel.x;

import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.Preview.Count;
import io.imprimatur.publishing.channel.Preview.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What X takes, and what it would make of a text. */
final class XLimits {
    static final int IMAGES = 4;

    /** Of an image's alternative text (schema CreateMediaMetadataMetadataAltText). */
    static final int ALT_TEXT = 1_000;

    /** Of one image, in bytes (docs.x.com/x-api/media/quickstart/best-practices). */
    static final int IMAGE_BYTES = 5 * 1024 * 1024;

    private XLimits() {}

    static List<Count> counts(Post post) {
        return List.of(
                new Count("characters", XText.length(post.wholeText()), XText.LIMIT, "body"),
                new Count("images", post.images().size(), IMAGES, "images"));
    }

    /** What would be refused or changed. The size of images in bytes is known only when they are sent. */
    static List<Remark> remarks(Post post) {
        var remarks = new ArrayList<>(refusals(post));
        var text = post.wholeText();
        for (var entity : XText.entities(text)) {
            if (XText.lacksScheme(entity)) {
                remarks.add(new Remark(
                        "becomes-link",
                        "X makes a link to a foreign site of “" + entity.getValue()
                                + "”; write a blank after the point, or the full address with https:// if a link is meant.",
                        "body",
                        false));
            }
        }
        if (cutsLink(post)) {
            remarks.add(new Remark(
                    "link-cut-short", "X would take only a part of the link's address for a link.", "link", false));
        }
        return remarks;
    }

    /** The code of what would be refused; empty when all of it fits. */
    static Optional<String> refusal(Post post, List<byte[]> images) {
        var first = refusals(post).stream().map(Remark::code).findFirst();
        return first.isPresent() || images.stream().allMatch(bytes -> bytes.length <= IMAGE_BYTES)
                ? first
                : Optional.of("image-too-large");
    }

    private static List<Remark> refusals(Post post) {
        var refusals = new ArrayList<Remark>();
        var text = post.wholeText();
        var length = XText.length(text);
        if (length > XText.LIMIT) {
            refusals.add(refused(
                    "too-long-for-platform",
                    "X takes " + XText.LIMIT + " characters as it counts them; with title and link this text has "
                            + length + ".",
                    "body"));
        }
        if (!XText.hasValidCharacters(text)) {
            refusals.add(refused("character-not-allowed", "X refuses an invisible character in this text.", "body"));
        }
        if (post.images().size() > IMAGES) {
            refusals.add(refused("too-many-images", "X takes " + IMAGES + " images in a post.", "images"));
        }
        if (post.images().stream().anyMatch(image -> image.altText().length() > ALT_TEXT)) {
            refusals.add(refused(
                    "alt-text-too-long",
                    "X takes " + ALT_TEXT + " characters of alternative text for an image.",
                    "images"));
        }
        return refusals;
    }

    private static Remark refused(String code, String sentence, String field) {
        return new Remark(code, sentence, field, true);
    }

    private static boolean cutsLink(Post post) {
        var link = post.link();
        return link != null
                && XText.entities(post.wholeText()).stream()
                        .noneMatch(entity -> entity.getValue().equals(link.toString()));
    }
}
