package io.imprimatur.content.internal;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Draft;
import io.imprimatur.content.Piece;
import io.imprimatur.content.Revision;
import io.imprimatur.platform.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stores checked drafts as revisions, each with its ledger entry. */
@Component
class RevisionWriter {
    private final PieceStore pieces;
    private final RevisionStore revisions;
    private final MediaStore media;
    private final Ledger ledger;
    private final Clock clock;

    RevisionWriter(PieceStore pieces, RevisionStore revisions, MediaStore media, Ledger ledger, Clock clock) {
        this.pieces = pieces;
        this.revisions = revisions;
        this.media = media;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A new piece with revision 1. */
    Revision first(Draft draft, String authorId) {
        var now = now();
        var piece = new Piece(UUID.randomUUID(), draft.kind(), ContentState.DRAFT, authorId, 1, now, now);
        pieces.insert(piece);
        return write(piece.id(), 1, draft, authorId, now);
    }

    /** The next revision of a piece whose row the caller holds. */
    Revision next(Piece piece, Draft draft, String authorId) {
        var now = now();
        var number = piece.revision() + 1;
        var revision = write(piece.id(), number, draft, authorId, now);
        pieces.moveOn(piece.id(), number, draft.kind(), now);
        return revision;
    }

    private Revision write(UUID contentId, int number, Draft draft, String authorId, Instant now) {
        var images = images(contentId, draft, authorId);
        var revision = new Revision(
                contentId,
                number,
                draft.kind(),
                draft.title(),
                draft.body(),
                draft.link(),
                images,
                draft.channels(),
                draft.texts(),
                draft.publishAt(),
                draft.timeZone(),
                authorId,
                now,
                RevisionHash.of(contentId, number, draft, images));
        revisions.insert(revision);
        ledger.record(LedgerEntry.aboutContent(authorId, "REVISION_CREATED", contentId)
                .revision(number, revision.hash())
                .detail("kind", draft.kind().name()));
        return revision;
    }

    private List<Revision.Image> images(UUID contentId, Draft draft, String authorId) {
        var images = new ArrayList<Revision.Image>();
        for (var image : draft.images()) {
            var stored = media.find(image.mediaId())
                    .filter(found -> found.owner().equals(authorId)
                            || media.piecesWith(found.id()).contains(contentId))
                    .orElseThrow(() -> Refusal.invalid("image-not-found", "There is no such image. Upload it again.")
                            .about("images[" + images.size() + "].mediaId"));
            images.add(new Revision.Image(stored.id(), stored.sha256(), image.altText()));
        }
        return images;
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
