package io.imprimatur.content.internal;

import io.imprimatur.content.ContentState;
import io.imprimatur.content.Piece;
import io.imprimatur.identity.Groups;
import io.imprimatur.identity.Person;
import io.imprimatur.platform.Page;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which pieces a person finds in lists: own ones and those they review; compliance and managers find all. */
@Service
@Transactional(readOnly = true)
class ContentLists {
    private final PieceStore pieces;
    private final RevisionStore revisions;
    private final Access access;

    ContentLists(PieceStore pieces, RevisionStore revisions, Access access) {
        this.pieces = pieces;
        this.revisions = revisions;
        this.access = access;
    }

    Page<ContentLine> list(Person person, Set<ContentState> states, int page, int size) {
        var found = seesAll(person)
                ? pieces.all(states, page, size)
                : pieces.ofAuthorOrAmong(person.id(), access.reviewedBy(person.id()), states, page, size);
        var open = new HashSet<UUID>();
        for (var piece : found.items()) {
            if (piece.state() == ContentState.PUBLISHED || access.wrote(piece.id(), person.id())) {
                open.add(piece.id());
            }
        }
        var titles = revisions.currentTitles(open);
        return new Page<>(
                found.items().stream()
                        .map((Piece piece) -> ContentLine.of(piece, titles.get(piece.id())))
                        .toList(),
                found.page(),
                found.size(),
                found.total());
    }

    private static boolean seesAll(Person person) {
        return person.isIn(Groups.COMPLIANCE) || person.isIn(Groups.MANAGERS);
    }
}
