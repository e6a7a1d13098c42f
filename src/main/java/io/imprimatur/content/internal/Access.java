package io.imprimatur.content.internal;

import io.imprimatur.content.ContentState;
import io.imprimatur.content.Piece;
import io.imprimatur.content.ReadAccess;
import io.imprimatur.identity.Groups;
import io.imprimatur.identity.People;
import io.imprimatur.platform.Refusal;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who may write, and who may see what. Whoever may not see a piece is told that there is none. */
@Component
class Access {
    private final PieceStore pieces;
    private final RevisionStore revisions;
    private final People people;
    private final ObjectProvider<ReadAccess> readers;

    Access(PieceStore pieces, RevisionStore revisions, People people, ObjectProvider<ReadAccess> readers) {
        this.pieces = pieces;
        this.revisions = revisions;
        this.people = people;
        this.readers = readers;
    }

    void requireAuthor(String personId) {
        if (people.find(personId).filter(person -> person.isIn(Groups.AUTHORS)).isEmpty()) {
            throw Refusal.forbidden("not-an-author", "Only members of the group authors write pieces.");
        }
    }

    /** The piece, its row held until the transaction ends, if that person may write it. */
    Piece requireWritable(UUID contentId, String personId) {
        var piece = pieces.lock(contentId).orElseThrow(Access::unknown);
        if (!mayRead(contentId, personId)) {
            throw unknown();
        }
        requireAuthor(personId);
        return piece;
    }

    boolean mayRead(UUID contentId, String personId) {
        return wrote(contentId, personId) || readers.stream().anyMatch(access -> access.mayRead(contentId, personId));
    }

    boolean wrote(UUID contentId, String personId) {
        return revisions.authors(contentId).contains(personId);
    }

    Set<UUID> reviewedBy(String personId) {
        var reviewed = new HashSet<UUID>();
        readers.forEach(access -> reviewed.addAll(access.reviewedBy(personId)));
        return reviewed;
    }

    /** Notes a read of an unpublished piece by somebody who did not write it. */
    void noteRead(Piece piece, String personId) {
        if (piece.state() != ContentState.PUBLISHED && !wrote(piece.id(), personId)) {
            readers.forEach(access -> access.noteRead(piece.id(), personId));
        }
    }

    static Refusal unknown() {
        return Refusal.notFound("content-not-found", "There is no such piece, or you may not see it.");
    }
}
