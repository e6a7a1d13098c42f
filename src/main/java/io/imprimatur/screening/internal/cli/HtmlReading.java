package io.imprimatur.screening.internal.cli;

import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** HTML as its reader gets it, and what else leaves the house with it: link targets, descriptions, titles, comments. */
final class HtmlReading implements NodeVisitor {
    private static final Set<String> SPOKEN = Set.of(
            "action",
            "alt",
            "aria-description",
            "aria-label",
            "cite",
            "content",
            "download",
            "href",
            "label",
            "placeholder",
            "poster",
            "src",
            "summary",
            "title",
            "value");
    private static final Set<String> LINES = Set.of("br", "dd", "dt", "li", "option", "tr");
    private static final Set<String> CELLS = Set.of("td", "th", "button", "input", "select");
    private static final Set<String> PREFORMATTED = Set.of("pre", "textarea");

    private final String source;
    private final Reading.Builder reading;
    private final Decoding decoding;
    private int preformatted;

    private HtmlReading(String source, Reading.Builder reading) {
        this.source = source;
        this.reading = reading;
        this.decoding = new Decoding(source, false);
    }

    static Reading of(String source) {
        var reading = new Reading.Builder();
        var parsed = Parser.htmlParser().setTrackPosition(true).parseInput(source, "");
        NodeTraversor.traverse(new HtmlReading(source, reading), parsed);
        return reading.build();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element) {
            separate(element);
            readAttributes(element);
            preformatted += PREFORMATTED.contains(element.normalName()) ? 1 : 0;
        } else if (node instanceof TextNode text) {
            read(text);
        } else if (node instanceof Comment comment) {
            var place = comment.sourceRange();
            reading.aside(comment.getData(), source, clip(place.startPos()), clip(place.endPos()));
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            preformatted -= PREFORMATTED.contains(element.normalName()) ? 1 : 0;
            separate(element);
        }
    }

    private void separate(Element element) {
        var at = clip(element.sourceRange().startPos());
        if (LINES.contains(element.normalName())) {
            reading.lineEnds(at, false);
        } else if (CELLS.contains(element.normalName())) {
            reading.blank(at);
        } else if (element.isBlock()) {
            reading.lineEnds(at, true);
        }
    }

    private void readAttributes(Element element) {
        for (var attribute : element.attributes()) {
            if (SPOKEN.contains(attribute.getKey()) && !attribute.getValue().isBlank()) {
                var place = element.attributes().sourceRange(attribute.getKey()).valueRange();
                reading.aside(attribute.getValue(), source, clip(place.startPos()), clip(place.endPos()));
            }
        }
    }

    private void read(TextNode text) {
        var words = text.getWholeText();
        var place = text.sourceRange();
        var decoded = new Reading.Builder();
        decoding.append(decoded, clip(place.startPos()), clip(place.endPos()), words);
        var plain = decoded.build();
        for (int at = 0; at < words.length(); at++) {
            if (preformatted > 0 || !isBlank(words.charAt(at))) {
                reading.append(words.charAt(at), plain.sourceStart(at), plain.sourceEnd(at + 1));
            } else {
                reading.blank(plain.sourceStart(at));
            }
        }
    }

    /** White space by HTML, so not the one that does not break. */
    private static boolean isBlank(char unit) {
        return unit == ' ' || unit == '\n' || unit == '\t' || unit == '\r' || unit == '\f';
    }

    /** What the parser added has no place. */
    private int clip(int place) {
        return Math.max(0, Math.min(place, source.length()));
    }
}
