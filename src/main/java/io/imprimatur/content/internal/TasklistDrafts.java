package io.imprimatur.content.internal;

import io.imprimatur.content.ContentKind;
import io.imprimatur.content.Draft;
import io.imprimatur.flow.spi.DraftDesk;
import io.imprimatur.platform.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts that are begun or handed in through the engine; it calls this for every door. */
@Service
@Transactional
class TasklistDrafts implements DraftDesk {
    private final Access access;
    private final PieceStore pieces;
    private final RevisionStore revisions;
    private final RevisionWriter writer;
    private final HandIn handIn;

    TasklistDrafts(Access access, PieceStore pieces, RevisionStore revisions, RevisionWriter writer, HandIn handIn) {
        this.access = access;
        this.pieces = pieces;
        this.revisions = revisions;
        this.writer = writer;
        this.handIn = handIn;
    }

    @Override
    public UUID createEmpty(String kind, String authorId) {
        access.requireAuthor(authorId);
        var draft = new Draft(kind(kind), "", "", null, List.of(), List.of(), null);
        return writer.first(draft, authorId).contentId();
    }

    @Override
    public int submitted(UUID contentId, String personId) {
        var piece = access.requireWritable(contentId, personId);
        var current = revisions.find(contentId, piece.revision()).orElseThrow(Access::unknown);
        handIn.handIn(current, personId);
        return current.number();
    }

    @Override
    public String authorOf(UUID contentId) {
        return pieces.find(contentId).orElseThrow(Access::unknown).author();
    }

    private static ContentKind kind(String name) {
        return Arrays.stream(ContentKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("kind-unknown", "Choose one of the kinds that are offered.")
                        .about("kind"));
    }
}
