package io.imprimatur.mail.reading;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Turns HTML into lines of text. What a mail client marks as quotation gets {@code "> "} before each line. */
final class HtmlText implements NodeVisitor {

    /** Deeper trees come from no mail client. */
    private static final int MAX_DEPTH = 256;

    private static final Set<String> UNSEEN =
            Set.of("head", "title", "style", "script", "template", "noscript", "object", "svg", "select", "button");

    private final QuotedLines lines;
    private int unseen;
    private int quotes;
    private int preformatted;
    private boolean restIsQuote;

    private HtmlText(int most) {
        this.lines = new QuotedLines(most);
    }

    static String of(String html, ReadingProperties bounds) {
        try {
            Document document = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, "");
            HtmlText text = new HtmlText(bounds.maxText());
            document.traverse(text);
            return text.lines.toString();
        } catch (RuntimeException | StackOverflowError unreadable) {
            return "";
        }
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text && unseen == 0) {
            lines.add(text.getWholeText(), preformatted > 0);
        } else if (node instanceof Element element) {
            open(element);
        }
    }

    private void open(Element element) {
        if (hidden(element)) {
            unseen++;
        }
        if (unseen > 0) {
            return;
        }
        if (element.isBlock() || element.normalName().equals("li")) {
            lines.end();
        }
        if (QuotationElement.beginsRest(element)) {
            restIsQuote = true;
        }
        if (QuotationElement.holds(element)) {
            quotes++;
        }
        lines.quoted(quotes > 0 || restIsQuote);
        switch (element.normalName()) {
            case "br" -> lines.lineBreak();
            case "pre" -> preformatted++;
            case "hr" -> lines.rule();
            default -> {}
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        if (unseen > 0) {
            unseen -= hidden(element) ? 1 : 0;
            return;
        }
        switch (element.normalName()) {
            case "p", "h1", "h2", "h3", "h4", "ul", "ol", "table" -> lines.paragraph();
            case "pre" -> preformatted--;
            case "td", "th" -> lines.add(" ", false);
            default -> {}
        }
        if (element.isBlock() || element.normalName().equals("li")) {
            lines.end();
        }
        if (QuotationElement.holds(element)) {
            quotes--;
            lines.quoted(quotes > 0 || restIsQuote);
        }
    }

    private static boolean hidden(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return UNSEEN.contains(element.normalName())
                || element.hasAttr("hidden")
                || style.contains("display:none")
                || style.contains("visibility:hidden");
    }
}
