package io.imprimatur.desk.view;

import io.imprimatur.content.Revision;
import io.imprimatur.screening.FindingAnswer;
import io.imprimatur.screening.RevisionFinding;
import io.imprimatur.screening.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A finding with the words that it is about.
 *
 * @param place the field in words
 */
public record FindingInContext(RevisionFinding found, String place, String words) {

    static FindingInContext of(RevisionFinding found, Revision revision) {
        String text = text(found.field(), revision);
        var finding = found.finding();
        String words = text.substring(Math.min(finding.start(), text.length()), Math.min(finding.end(), text.length()));
        return new FindingInContext(found, place(found.field()), words);
    }

    /** Findings in the current revision, in the order of its fields. */
    public static List<FindingInContext> of(PieceView view) {
        return view.findings().stream().map(found -> of(found, view.current())).toList();
    }

    public boolean blocks() {
        return found.finding().severity() == Severity.BLOCK;
    }

    public Optional<FindingAnswer> answerOf(String personId) {
        return found.answers().stream()
                .filter(answer -> answer.person().equals(personId))
                .findFirst();
    }

    private static String text(String field, Revision revision) {
        return switch (field) {
            case "title" -> revision.title();
            case "body" -> revision.body();
            case "link" -> revision.link() == null ? "" : revision.link().toString();
            default ->
                image(field)
                        .filter(index -> index < revision.images().size())
                        .map(index -> revision.images().get(index).altText())
                        .orElse("");
        };
    }

    private static String place(String field) {
        return switch (field) {
            case "title" -> "Title";
            case "body" -> "Text";
            case "link" -> "Link";
            default ->
                image(field).map(index -> "Description of image " + (index + 1)).orElse(field);
        };
    }

    private static Optional<Integer> image(String field) {
        int open = field.indexOf('[');
        int close = field.indexOf(']');
        try {
            return open < 0 || close < open
                    ? Optional.empty()
                    : Optional.of(Integer.parseInt(field.substring(open + 1, close)));
        } catch (NumberFormatException broken) {
            return Optional.empty();
        }
    }
}
