package io.imprimatur.publishing.channel.mastodon;

import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Reads the HTML that Mastodon makes of a plain text back into it: paragraphs, line breaks, links whose address is cut for
 * the eye by spans, hashtags and mentions. All other markup stays in the text as markup, so that it is a difference.
 */
final class MastodonHtml {
    private MastodonHtml() {}

    /** Paragraphs parted by blank lines. */
    static String text(String html) {
        return Jsoup.parseBodyFragment(html).body().childNodes().stream()
                .map(MastodonHtml::block)
                .collect(Collectors.joining("\n\n"));
    }

    private static String block(Node node) {
        return node instanceof Element element && element.is("p") ? inside(element) : inline(node);
    }

    private static String inside(Element element) {
        return element.childNodes().stream().map(MastodonHtml::inline).collect(Collectors.joining());
    }

    private static String inline(Node node) {
        if (node instanceof TextNode text) {
            return text.getWholeText();
        }
        if (!(node instanceof Element element)) {
            return node.outerHtml();
        }
        if (element.is("br")) {
            return "\n";
        }
        if (element.is("a")) {
            return link(element);
        }
        return element.is("span.h-card") ? inside(element) : element.outerHtml();
    }

    /** What it shows; with its address behind it if that is another one than it shows. */
    private static String link(Element link) {
        var shown = link.wholeText();
        return link.hasClass("mention") || link.attr("href").equals(shown)
                ? shown
                : shown + " <" + link.attr("href") + ">";
    }
}
