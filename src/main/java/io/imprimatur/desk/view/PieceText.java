package io.imprimatur.desk.view;

import io.imprimatur.content.Revision;
import io.imprimatur.screening.MarkedText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A revision as readers will see it, with what was found in it marked. */
public record PieceText(Revision revision, MarkedText title, MarkedText body, Map<Integer, MarkedText> altTexts) {

    public static PieceText of(Revision revision, PieceView view) {
        var altTexts = new TreeMap<Integer, MarkedText>();
        for (int i = 0; i < revision.images().size(); i++) {
            String altText = revision.images().get(i).altText();
            altTexts.put(i, marked(altText, "images[%d].altText".formatted(i), revision, view));
        }
        return new PieceText(
                revision,
                marked(revision.title(), "title", revision, view),
                marked(revision.body(), "body", revision, view),
                altTexts);
    }

    /** Whether the link may be offered for a click. */
    public boolean webLink() {
        var link = revision.link();
        return link != null
                && ("https".equalsIgnoreCase(link.getScheme()) || "http".equalsIgnoreCase(link.getScheme()));
    }

    private static MarkedText marked(String text, String field, Revision revision, PieceView view) {
        return MarkedText.of(
                text,
                revision.number() != view.piece().revision()
                        ? List.of()
                        : view.findingsIn(field).stream()
                                .map(found -> found.finding())
                                .toList());
    }
}
