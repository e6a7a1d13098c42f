package io.imprimatur.desk.view;

import io.imprimatur.content.Piece;
import io.imprimatur.content.Revision;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.publishing.Publication;
import io.imprimatur.review.Decision;
import io.imprimatur.screening.RevisionFinding;
import io.imprimatur.screening.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece with everything that its reader may know of it.
 *
 * @param revisions oldest first; only the published one for readers from outside the approval
 * @param openTasks what it waits for
 * @param verdict screening's verdict on the current revision; null while it was not screened
 * @param findings in the current revision
 * @param imageTexts what was read in the images of the current revision when it was screened, by their index
 * @param decisions oldest first
 * @param contest why the author contested what blocks in the current revision
 * @param inFull false for readers from outside the approval of a published piece
 */
public record PieceView(
        Piece piece,
        List<Revision> revisions,
        List<FlowTask> openTasks,
        @Nullable Verdict verdict,
        List<RevisionFinding> findings,
        Map<Integer, String> imageTexts,
        List<Decision> decisions,
        List<Publication> publications,
        @Nullable String contest,
        boolean inFull) {
    public PieceView {
        revisions = List.copyOf(revisions);
        openTasks = List.copyOf(openTasks);
        findings = List.copyOf(findings);
        imageTexts = Map.copyOf(imageTexts);
        decisions = List.copyOf(decisions);
        publications = List.copyOf(publications);
    }

    /** The latest revision that the reader may see. */
    public Revision current() {
        return revisions.get(revisions.size() - 1);
    }

    /** Findings in one field of the current revision. */
    public List<RevisionFinding> findingsIn(String field) {
        return findings.stream()
                .filter(finding -> finding.field().equals(field))
                .toList();
    }

    /** The decision that sent the current revision back or ended it, if one did. */
    public @Nullable Decision objection() {
        for (int i = decisions.size() - 1; i >= 0; i--) {
            Decision decision = decisions.get(i);
            if (decision.revision() == piece.revision()) {
                return switch (decision.decision()) {
                    case APPROVE -> null;
                    case REQUEST_CHANGES, REJECT -> decision;
                };
            }
        }
        return null;
    }
}
