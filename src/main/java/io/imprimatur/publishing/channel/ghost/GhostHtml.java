package io.imprimatur.publishing.channel.ghost;

import io.imprimatur.publishing.channel.Post;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes a post as HTML that Ghost converts into its own format and back without a change: paragraphs, then the link, then
 * the images as image cards.
 */
final class GhostHtml {
    /** Ghost keeps its own address as this word, and shows its address wherever it finds the word. */
    static final String OWN_ADDRESS = "__GHOST_URL__";

    static final String IMAGE_CARD = "kg-image-card";

    private GhostHtml() {}

    /** An image that Ghost has. */
    record Uploaded(URI source, String altText) {}

    static String content(Post post, List<Uploaded> images) {
        var paragraphs = post.paragraphs().stream().map(text -> paragraph(lines(text)));
        var link = Stream.ofNullable(post.link()).map(address -> paragraph(anchor(escaped(address.toString()))));
        var figures = images.stream().map(GhostHtml::figure);
        return Stream.of(paragraphs, link, figures).flatMap(Function.identity()).collect(Collectors.joining());
    }

    private static String paragraph(String html) {
        return "<p>" + html + "</p>";
    }

    private static String lines(String paragraph) {
        return paragraph.lines().map(GhostHtml::escaped).collect(Collectors.joining("<br>"));
    }

    private static String anchor(String address) {
        return "<a href=\"" + address + "\">" + address + "</a>";
    }

    private static String figure(Uploaded image) {
        return "<figure class=\"kg-card " + IMAGE_CARD + "\"><img src=\""
                + escaped(image.source().toString()) + "\" class=\"kg-image\" alt=\"" + escaped(image.altText())
                + "\"></figure>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
