package io.imprimatur.desk.view;

import io.imprimatur.content.Revision;
import io.imprimatur.screening.MarkedText;
import io.imprimatur.screening.RevisionFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** A revision as readers will see it, with what was found in it marked. */
public record PieceText(
        Revision revision, MarkedText title, MarkedText body, List<OwnText> texts, List<Picture> pictures) {
    public PieceText {
        texts = List.copyOf(texts);
        pictures = List.copyOf(pictures);
    }

    /** @param channel key of the channel that gets this text instead */
    public record OwnText(String channel, MarkedText text) {}

    /**
     * An image with its texts.
     *
     * @param description its alternative text, marked
     * @param read what screening read in it; without segments if it read nothing
     */
    public record Picture(UUID mediaId, String altText, MarkedText description, MarkedText read) {}

    public static PieceText of(Revision revision, PieceView view) {
        boolean screened = revision.number() == view.piece().revision();
        var pictures = new ArrayList<Picture>();
        for (int i = 0; i < revision.images().size(); i++) {
            var image = revision.images().get(i);
            var read = screened ? view.imageTexts().getOrDefault(i, "") : "";
            pictures.add(new Picture(
                    image.mediaId(),
                    image.altText(),
                    marked(image.altText(), "images[%d].altText".formatted(i), screened, view),
                    marked(read, "images[%d].text".formatted(i), screened, view)));
        }
        return new PieceText(
                revision,
                marked(revision.title(), "title", screened, view),
                marked(revision.body(), "body", screened, view),
                new TreeMap<>(revision.texts())
                        .entrySet().stream()
                                .map(own -> new OwnText(
                                        own.getKey(),
                                        marked(own.getValue(), "texts[" + own.getKey() + "]", screened, view)))
                                .toList(),
                pictures);
    }

    /** Whether the link may be offered for a click. */
    public boolean webLink() {
        var link = revision.link();
        return link != null
                && ("https".equalsIgnoreCase(link.getScheme()) || "http".equalsIgnoreCase(link.getScheme()));
    }

    private static MarkedText marked(String text, String field, boolean screened, PieceView view) {
        return MarkedText.of(
                text,
                screened
                        ? view.findingsIn(field).stream()
                                .map(RevisionFinding::finding)
                                .toList()
                        : List.of());
    }
}
