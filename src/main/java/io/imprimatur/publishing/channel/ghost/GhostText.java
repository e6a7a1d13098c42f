package io.imprimatur.publishing.channel.ghost;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Ghost made of {@link GhostHtml} back into plain text. Markup that neither writes stays visible as markup, so
 * that an added link or card is a difference.
 */
record GhostText(List<String> paragraphs, @Nullable String link, List<Image> images) {
    GhostText {
        paragraphs = List.copyOf(paragraphs);
        images = List.copyOf(images);
    }

    /** @param source its address, as the page names it */
    record Image(String source, String altText) {}

    static GhostText of(String html) {
        var paragraphs = new ArrayList<String>();
        var images = new ArrayList<Image>();
        String link = null;
        for (var node : Jsoup.parseBodyFragment(html).body().childNodes()) {
            var anchor = link == null ? onlyAnchor(node) : null;
            var image = onlyImage(node);
            if (anchor != null) {
                link = anchor;
            } else if (image != null) {
                images.add(image);
            } else if (!(node instanceof TextNode blank && blank.isBlank())) {
                paragraphs.add(text(node));
            }
        }
        return new GhostText(paragraphs, link, images);
    }

    /** The address of a link that shows its own address. */
    private static @Nullable String onlyAnchor(Node node) {
        if (!(node instanceof Element paragraph)
                || !isPlainParagraph(node)
                || paragraph.childNodeSize() != 1
                || paragraph.childrenSize() != 1) {
            return null;
        }
        var child = paragraph.child(0);
        return child.is("a") && child.attr("href").equals(child.wholeText()) ? child.wholeText() : null;
    }

    private static @Nullable Image onlyImage(Node node) {
        if (!(node instanceof Element figure)
                || !figure.is("figure." + GhostHtml.IMAGE_CARD)
                || figure.childNodeSize() != 1) {
            return null;
        }
        var image = figure.selectFirst("> img");
        return image == null ? null : new Image(image.attr("src"), image.attr("alt"));
    }

    private static String text(Node node) {
        if (!isPlainParagraph(node)) {
            return node instanceof TextNode text ? text.getWholeText() : node.outerHtml();
        }
        var text = new StringBuilder();
        for (var child : node.childNodes()) {
            if (child instanceof TextNode plain) {
                text.append(plain.getWholeText());
            } else if (child instanceof Element element && element.is("br") && element.attributesSize() == 0) {
                text.append('\n');
            } else {
                text.append(child.outerHtml());
            }
        }
        return text.toString().strip();
    }

    private static boolean isPlainParagraph(Node node) {
        return node instanceof Element element && element.is("p") && element.attributesSize() == 0;
    }
}
