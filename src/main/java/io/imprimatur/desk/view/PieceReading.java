package io.imprimatur.desk.view;

import io.imprimatur.content.ContentState;
import io.imprimatur.content.Contents;
import io.imprimatur.content.Piece;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.identity.Groups;
import io.imprimatur.identity.Person;
import io.imprimatur.platform.Refusal;
import io.imprimatur.publishing.Publication;
import io.imprimatur.publishing.Publications;
import io.imprimatur.review.Decision;
import io.imprimatur.review.Reviews;
import io.imprimatur.screening.Screenings;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a piece for somebody, and notes the read when it is unpublished and not their own (promise 3). */
@Service
public class PieceReading {
    private static final Set<ContentState> PUBLIC = EnumSet.of(ContentState.PUBLISHED, ContentState.PARTLY_PUBLISHED);

    /** Those who order a withdrawal follow it to its end. */
    private static final Set<ContentState> CAME_DOWN = EnumSet.of(ContentState.WITHDRAWING, ContentState.WITHDRAWN);

    private final Contents contents;
    private final ApprovalFlow flow;
    private final Screenings screenings;
    private final Reviews reviews;
    private final Publications publications;

    PieceReading(
            Contents contents, ApprovalFlow flow, Screenings screenings, Reviews reviews, Publications publications) {
        this.contents = contents;
        this.flow = flow;
        this.screenings = screenings;
        this.reviews = reviews;
        this.publications = publications;
    }

    /** @throws Refusal (404, {@code content-not-found}) also for those who may not read it: they learn nothing */
    @Transactional
    public PieceView read(UUID contentId, Person reader) {
        Piece piece = contents.find(contentId).orElseThrow(PieceReading::notFound);
        boolean author = contents.authorsSincePublished(contentId).contains(reader.id())
                || piece.author().equals(reader.id());
        if (author || reviews.mayRead(contentId, reader.id())) {
            if (!author && !PUBLIC.contains(piece.state())) {
                reviews.noteRead(contentId, reader.id());
            }
            return inFull(piece);
        }
        if (PUBLIC.contains(piece.state())) {
            return published(piece);
        }
        if (CAME_DOWN.contains(piece.state()) && reader.isIn(Groups.MANAGERS)) {
            reviews.noteRead(contentId, reader.id());
            return published(piece);
        }
        throw notFound();
    }

    private PieceView inFull(Piece piece) {
        return new PieceView(
                piece,
                contents.revisions(piece.id()),
                flow.openTasks(piece.id()),
                screenings.verdict(piece.id(), piece.revision()).orElse(null),
                screenings.findings(piece.id(), piece.revision()),
                screenings.imageTexts(piece.id(), piece.revision()),
                reviews.decisions(piece.id()),
                publications.ofContent(piece.id()),
                contents.contestOf(piece.id(), piece.revision()).orElse(null),
                true);
    }

    /** What went out, and who approved it; no earlier revision, no finding, no reason. */
    private PieceView published(Piece piece) {
        List<Publication> live = publications.ofContent(piece.id()).stream()
                .filter(publication -> publication.publishedAt() != null || CAME_DOWN.contains(piece.state()))
                .toList();
        int revision = live.stream().mapToInt(Publication::revision).max().orElse(piece.revision());
        List<Decision> decisions = reviews.decisions(piece.id()).stream()
                .filter(decision -> decision.revision() == revision)
                .map(PieceReading::withoutReason)
                .toList();
        return new PieceView(
                piece,
                List.of(contents.revision(piece.id(), revision)),
                List.of(),
                null,
                List.of(),
                Map.of(),
                decisions,
                live,
                null,
                false);
    }

    private static Decision withoutReason(Decision made) {
        return new Decision(
                made.id(),
                made.contentId(),
                made.revision(),
                made.revisionHash(),
                made.stage(),
                made.person(),
                made.decision(),
                null,
                made.at(),
                made.door(),
                made.processDefinition());
    }

    private static Refusal notFound() {
        return Refusal.notFound("content-not-found", "There is no such piece, or it is not yours to see.");
    }
}
