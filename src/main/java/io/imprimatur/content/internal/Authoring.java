package io.imprimatur.content.internal;

import io.imprimatur.content.ContentState;
import io.imprimatur.content.Draft;
import io.imprimatur.content.Piece;
import io.imprimatur.content.ReasonCheck;
import io.imprimatur.content.Revision;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.PolicyQuestion;
import io.imprimatur.platform.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What authors do: begin, revise, hand in. The caller opens the transaction. */
@Component
class Authoring {
    private final Access access;
    private final DraftRules rules;
    private final RevisionStore revisions;
    private final RevisionWriter writer;
    private final HandIn handIn;
    private final ContentProperties bounds;
    private final ObjectProvider<ApprovalFlow> flow;
    private final ObjectProvider<ReasonCheck> reasonChecks;

    Authoring(
            Access access,
            DraftRules rules,
            RevisionStore revisions,
            RevisionWriter writer,
            HandIn handIn,
            ContentProperties bounds,
            ObjectProvider<ApprovalFlow> flow,
            ObjectProvider<ReasonCheck> reasonChecks) {
        this.access = access;
        this.rules = rules;
        this.revisions = revisions;
        this.writer = writer;
        this.handIn = handIn;
        this.bounds = bounds;
        this.flow = flow;
        this.reasonChecks = reasonChecks;
    }

    Revision create(Draft draft, String authorId) {
        access.requireAuthor(authorId);
        var revision = writer.first(rules.check(draft), authorId);
        flow.getObject().start(revision.contentId(), revision.number(), authorId, question(revision));
        return revision;
    }

    Revision revise(UUID contentId, int expectedRevision, Draft draft, String authorId) {
        var piece = access.requireWritable(contentId, authorId);
        requireOpen(piece);
        if (piece.revision() != expectedRevision) {
            throw new Refusal(
                    Refusal.Kind.STALE,
                    "stale-revision",
                    "Somebody saved a newer revision in the meantime. Load it and make your changes there.");
        }
        var revision = writer.next(piece, rules.check(draft), authorId);
        if (flow.getObject().atDraft(contentId)) {
            flow.getObject().draftRevised(contentId, revision.number(), authorId, question(revision));
        } else {
            handIn.handIn(revision, authorId);
            flow.getObject().submit(contentId, revision.number());
        }
        return revision;
    }

    void submit(UUID contentId, String authorId, @Nullable String contestReason) {
        var piece = access.requireWritable(contentId, authorId);
        requireOpen(piece);
        if (!flow.getObject().atDraft(contentId)) {
            throw Refusal.conflict("already-submitted", "This revision is submitted already.");
        }
        if (contestReason != null && !contestReason.isBlank()) {
            handIn.contest(current(piece), authorId, checked(contestReason.strip()));
        }
        flow.getObject().submit(contentId, piece.revision());
    }

    private String checked(String reason) {
        var text = PlainText.unixLines(reason);
        PlainText.requireLines(text, "contestReason", "The reason");
        if (PlainText.length(text) > bounds.maxContestReason()) {
            throw Refusal.invalid(
                            "reason-too-long",
                            "The reason may have at most " + bounds.maxContestReason() + " characters.")
                    .about("contestReason");
        }
        reasonChecks.getObject().requireClear(text);
        return text;
    }

    private Revision current(Piece piece) {
        return revisions.find(piece.id(), piece.revision()).orElseThrow(Access::unknown);
    }

    private static PolicyQuestion question(Revision revision) {
        return new PolicyQuestion(revision.kind().name(), revision.channels());
    }

    private static void requireOpen(Piece piece) {
        if (piece.state() == ContentState.PUBLISHED || piece.state() == ContentState.PARTLY_PUBLISHED) {
            throw Refusal.conflict("already-published", "The piece is published. Begin a new piece to correct it.");
        }
        if (piece.state() == ContentState.PUBLISHING) {
            throw Refusal.conflict("publishing", "The piece is being published right now and can no longer change.");
        }
        if (piece.state() == ContentState.REJECTED) {
            throw Refusal.conflict("rejected", "The piece was rejected. Begin a new one.");
        }
        if (piece.state() == ContentState.WITHDRAWN || piece.state() == ContentState.WITHDRAWING) {
            throw Refusal.conflict("withdrawn", "The piece was withdrawn. Begin a new one.");
        }
    }
}
