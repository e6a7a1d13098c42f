package io.imprimatur.publishing.channel.wordpress;

import io.imprimatur.publishing.channel.Post;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a post as WordPress's blocks. Everything is in one group with the class {@value #CLASS}, so that what a theme or
 * plug-in adds around it can be told from the post itself.
 *
 * <p>WordPress rewrites plain text when it shows it: quotes, dashes, dots and {@code 10x10} become typographic, smileys
 * become pictures, addresses on a line of their own become embedded pages, words in brackets become short codes, and
 * "Wordpress" gets a capital P. A character reference is left alone, so every character that could start one of these is
 * written as one.
 */
final class WordPressHtml {
    static final String CLASS = "imprimatur-post";

    private static final String CAPITALISED = "Wordpress";

    private WordPressHtml() {}

    /** An image that WordPress has. */
    record Uploaded(long id, URI source, String altText) {}

    static String content(Post post, List<Uploaded> images) {
        var paragraphs = post.paragraphs().stream().map(text -> paragraph(lines(text)));
        var link = Stream.ofNullable(post.link()).map(address -> paragraph(anchor(address.toString())));
        var figures = images.stream().map(WordPressHtml::figure);
        var blocks = Stream.of(paragraphs, link, figures)
                .flatMap(Function.identity())
                .collect(Collectors.joining("\n\n"));
        return "<!-- wp:group {\"className\":\"" + CLASS + "\"} -->\n<div class=\"wp-block-group " + CLASS + "\">"
                + blocks + "</div>\n<!-- /wp:group -->";
    }

    private static String paragraph(String html) {
        return "<!-- wp:paragraph -->\n<p>" + html + "</p>\n<!-- /wp:paragraph -->";
    }

    private static String lines(String paragraph) {
        return paragraph.lines().map(WordPressHtml::text).collect(Collectors.joining("<br>"));
    }

    private static String anchor(String address) {
        return "<a href=\"" + attribute(address) + "\">" + text(address) + "</a>";
    }

    private static String figure(Uploaded image) {
        return "<!-- wp:image {\"id\":" + image.id() + ",\"sizeSlug\":\"full\"} -->\n"
                + "<figure class=\"wp-block-image size-full\"><img src=\""
                + attribute(image.source().toString())
                + "\" alt=\"" + attribute(image.altText()) + "\" class=\"wp-image-" + image.id()
                + "\"/></figure>\n<!-- /wp:image -->";
    }

    /** Text that WordPress shows as it is. */
    static String text(String plain) {
        var html = new StringBuilder(plain.length() * 2);
        for (int i = 0; i < plain.length(); i++) {
            var c = plain.charAt(i);
            if (isSafe(c) && !becomesTypographic(plain, i)) {
                html.append(c);
            } else {
                reference(html, c);
            }
        }
        return html.toString();
    }

    private static String attribute(String value) {
        var html = new StringBuilder(value.length() + 16);
        for (int i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if ("\"'&<>[]".indexOf(c) >= 0 || value.startsWith(CAPITALISED, i)) {
                reference(html, c);
            } else {
                html.append(c);
            }
        }
        return html.toString();
    }

    private static void reference(StringBuilder html, char c) {
        html.append("&#").append((int) c).append(';');
    }

    private static boolean isSafe(char c) {
        return c > 0x7F || Character.isLetterOrDigit(c) || c == ' ' || c == ',';
    }

    /** {@code x} between digits, and the first letter of "Wordpress". */
    private static boolean becomesTypographic(String plain, int i) {
        var c = plain.charAt(i);
        return (c == 'x' && i > 0 && Character.isDigit(plain.charAt(i - 1))) || plain.startsWith(CAPITALISED, i);
    }
}
