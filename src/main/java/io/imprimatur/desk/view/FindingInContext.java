package io.imprimatur.desk.view;

import io.imprimatur.screening.FindingAnswer;
import io.imprimatur.screening.RevisionFinding;
import io.imprimatur.screening.Severity;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding with what it is about.
 *
 * @param place the field in words
 * @param words the words that it is about; empty when it is about an image as a whole
 * @param mediaId the image that it is about, or in which the words stand; null when they stand in a text
 */
public record FindingInContext(RevisionFinding found, String place, String words, @Nullable UUID mediaId) {

    static FindingInContext of(RevisionFinding found, PieceView view) {
        var revision = view.current();
        var field = Field.of(found.field());
        var text = field.text(revision, view.imageTexts());
        var finding = found.finding();
        var words = text.substring(Math.min(finding.start(), text.length()), Math.min(finding.end(), text.length()));
        var mediaId = field.inPicture() && field.image() < revision.images().size()
                ? revision.images().get(field.image()).mediaId()
                : null;
        return new FindingInContext(found, field.inWords(), words, mediaId);
    }

    /** Findings in the current revision without which it goes out only when somebody said why, in the order of its fields. */
    public static List<FindingInContext> toAnswer(PieceView view) {
        return of(view, true);
    }

    /** What of the current revision is the organisation's own. */
    public static List<FindingInContext> own(PieceView view) {
        return of(view, false);
    }

    private static List<FindingInContext> of(PieceView view, boolean toAnswer) {
        return view.findings().stream()
                .filter(found -> found.finding().needsAnswer() == toAnswer)
                .map(found -> of(found, view))
                .toList();
    }

    public boolean blocks() {
        return found.finding().severity() == Severity.BLOCK;
    }

    public boolean ofWhole() {
        return found.finding().isOfWhole();
    }

    /** What the reviewer has to answer. */
    public String question() {
        return found.finding().identifier().question();
    }

    public Optional<FindingAnswer> answerOf(String personId) {
        return found.answers().stream()
                .filter(answer -> answer.person().equals(personId))
                .findFirst();
    }
}
