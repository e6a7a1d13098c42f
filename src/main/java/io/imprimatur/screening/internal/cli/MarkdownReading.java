package io.imprimatur.screening.internal.cli;

import io.imprimatur.screening.internal.directory.Folded;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Markdown (CommonMark) as its reader gets it, and its link targets and titles; HTML in it is read as HTML. */
final class MarkdownReading {
    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private static final Set<String> WITHIN_WORDS = Set.of(
            "a", "abbr", "b", "code", "em", "font", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u",
            "wbr");

    private final String source;
    private final Decoding decoding;
    private final Reading.Builder reading = new Reading.Builder();

    private MarkdownReading(String source) {
        this.source = source;
        this.decoding = new Decoding(source, true);
    }

    private record Place(int start, int end) {}

    static Reading of(String source) {
        var markdown = new MarkdownReading(source);
        markdown.readAll(PARSER.parse(source));
        return markdown.reading.build();
    }

    /** Without recursion: quotations nest as deep as somebody types. */
    private void readAll(Node root) {
        for (Node node = root; node != null; ) {
            begin(node);
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                continue;
            }
            while (node != null && node.getNext() == null) {
                end(node);
                node = node.getParent();
            }
            if (node != null) {
                end(node);
                node = node.getNext();
            }
        }
    }

    private void begin(Node node) {
        var place = place(node);
        if (node instanceof Text text) {
            decoding.append(reading, place.start(), place.end(), text.getLiteral());
        } else if (node instanceof Code code) {
            readAsItIs(code.getLiteral(), place);
        } else if (node instanceof FencedCodeBlock block) {
            readAsItIs(block.getLiteral(), place);
        } else if (node instanceof IndentedCodeBlock block) {
            readAsItIs(block.getLiteral(), place);
        } else if (node instanceof HtmlBlock block) {
            readHtml(block.getLiteral(), place);
        } else if (node instanceof HtmlInline inline) {
            readTag(inline.getLiteral(), place);
        } else if (node instanceof SoftLineBreak) {
            reading.blank(place.start());
        } else if (node instanceof HardLineBreak) {
            reading.lineEnds(place.start(), false);
        } else {
            readTargets(node, place);
        }
    }

    private void end(Node node) {
        if (node instanceof Block) {
            reading.lineEnds(place(node).end(), !(node instanceof ListItem || node.getParent() instanceof ListItem));
        }
    }

    private void readTargets(Node node, Place place) {
        if (node instanceof Link link) {
            aside(link.getDestination(), place);
            aside(link.getTitle(), place);
        } else if (node instanceof Image image) {
            aside(image.getDestination(), place);
            aside(image.getTitle(), place);
        } else if (node instanceof LinkReferenceDefinition definition) {
            aside(definition.getLabel(), place);
            aside(definition.getDestination(), place);
            aside(definition.getTitle(), place);
        }
    }

    private void aside(@Nullable String words, Place place) {
        if (words != null && !words.isBlank()) {
            reading.aside(words, source, place.start(), place.end());
        }
    }

    private void readAsItIs(String words, Place place) {
        var at = words.isEmpty()
                ? -1
                : source.substring(place.start(), place.end()).indexOf(words);
        if (at >= 0) {
            reading.append(words, place.start() + at);
        } else {
            reading.appendWithin(words, place.start(), place.end());
        }
    }

    private void readTag(String tag, Place place) {
        var name = Folded.words(tag).split(" ", 2)[0];
        if (name.equals("br")) {
            reading.lineEnds(place.start(), false);
        } else if (!WITHIN_WORDS.contains(name)) {
            reading.blank(place.start());
        }
        aside(HtmlReading.of(tag).text(), place);
    }

    private void readHtml(String html, Place place) {
        var inner = HtmlReading.of(html);
        var asItIs = source.startsWith(html, place.start());
        for (int at = 0; at < inner.text().length(); at++) {
            var start = asItIs ? place.start() + inner.sourceStart(at) : place.start();
            var end = asItIs ? place.start() + inner.sourceEnd(at + 1) : place.end();
            reading.append(inner.text().charAt(at), start, end);
        }
    }

    /** From the first line of it to the last; without a place of its own it is where its parent is. */
    private Place place(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            var spans = Objects.requireNonNullElse(each.getSourceSpans(), List.<SourceSpan>of());
            if (!spans.isEmpty()) {
                var last = spans.get(spans.size() - 1);
                return new Place(spans.get(0).getInputIndex(), last.getInputIndex() + last.getLength());
            }
        }
        return new Place(0, source.length());
    }
}
