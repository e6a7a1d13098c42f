package io.imprimatur.publishing.channel.wordpress;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads blocks of {@link WordPressHtml} back into plain text. Markup that it does not write stays visible as markup, so
 * that an added link or a changed element is a difference.
 */
record WordPressText(List<String> paragraphs, @Nullable String link, List<Image> images) {
    WordPressText {
        paragraphs = List.copyOf(paragraphs);
        images = List.copyOf(images);
    }

    /** @param source its address, as the page names it */
    record Image(String source, String altText) {}

    /** The whole of what is stored. */
    static WordPressText stored(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        var children = body.children();
        var onlyOurs = children.size() == 1
                && children.get(0).hasClass(WordPressHtml.CLASS)
                && body.ownText().isBlank();
        return read(onlyOurs ? children.get(0) : body);
    }

    /** Our part of what is shown. */
    static WordPressText shown(String html) {
        var ours = Jsoup.parseBodyFragment(html).body().selectFirst("." + WordPressHtml.CLASS);
        return ours == null ? new WordPressText(List.of(), null, List.of()) : read(ours);
    }

    static String title(String html) {
        return Parser.unescapeEntities(html, false);
    }

    private static WordPressText read(Element container) {
        var paragraphs = new ArrayList<String>();
        var images = new ArrayList<Image>();
        String link = null;
        for (var node : container.childNodes()) {
            if (node instanceof Element element) {
                var anchor = element.is("p") ? onlyAnchor(element) : null;
                var image = element.is("figure") ? onlyImage(element) : null;
                if (anchor != null && link == null) {
                    link = anchor;
                } else if (image != null) {
                    images.add(image);
                } else {
                    paragraphs.add(element.is("p") ? text(element) : element.outerHtml());
                }
            } else if (node instanceof TextNode text && !text.isBlank()) {
                paragraphs.add(text.getWholeText());
            }
        }
        return new WordPressText(paragraphs, link, images);
    }

    /** The address of a link that shows its own address. */
    private static @Nullable String onlyAnchor(Element paragraph) {
        if (paragraph.childNodeSize() != 1 || paragraph.childrenSize() != 1) {
            return null;
        }
        var child = paragraph.child(0);
        return child.is("a") && child.attr("href").equals(child.wholeText()) ? child.wholeText() : null;
    }

    private static @Nullable Image onlyImage(Element figure) {
        var image = figure.selectFirst("img");
        return image != null && figure.text().isBlank() && figure.select("img").size() == 1
                ? new Image(image.attr("src"), image.attr("alt"))
                : null;
    }

    private static String text(Element paragraph) {
        var text = new StringBuilder();
        for (Node node : paragraph.childNodes()) {
            if (node instanceof TextNode plain) {
                text.append(plain.getWholeText());
            } else if (node instanceof Element element && element.is("br") && element.attributesSize() == 0) {
                text.append('\n');
            } else {
                text.append(node.outerHtml());
            }
        }
        return text.toString().strip();
    }
}
