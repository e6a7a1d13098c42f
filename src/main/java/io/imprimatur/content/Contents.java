package io.imprimatur.content;

import io.imprimatur.platform.Page;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pieces and their revisions. Every change is one transaction with its ledger entry. */
public interface Contents {
    /** Creates a piece with revision 1 and starts its approval flow at {@code draft}. */
    Revision create(Draft draft, String authorId);

    /**
     * Adds a revision. While the piece is in review this interrupts the review: the flow starts again at screening.
     *
     * @param expectedRevision the revision that the author has seen
     * @throws io.imprimatur.platform.Refusal 412 {@code stale-revision}; 409 {@code already-published}, {@code rejected},
     *     {@code publishing}; 404 {@code content-not-found} also when the person may not see it
     */
    Revision revise(UUID contentId, int expectedRevision, Draft draft, String authorId);

    /**
     * Hands the current revision in.
     *
     * @param contestReason why the author contests findings that block; null if they do not
     */
    void submit(UUID contentId, String authorId, @Nullable String contestReason);

    Optional<Piece> find(UUID contentId);

    /** @throws io.imprimatur.platform.Refusal (404, {@code content-not-found}) */
    Piece require(UUID contentId);

    Revision revision(UUID contentId, int number);

    /** The hash of that revision, computed anew from what it holds; it equals {@link Revision#hash()} unless it was tampered with. */
    String hash(Revision revision);

    /** The current revision. */
    Revision current(UUID contentId);

    /** All revisions, oldest first. */
    List<Revision> revisions(UUID contentId);

    /** Authors of all revisions since the last published one. */
    Set<String> authorsSincePublished(UUID contentId);

    /** Why the author contested the blocking findings of that revision, if they did. */
    Optional<String> contestOf(UUID contentId, int revision);

    /** Pieces that this author wrote a revision of, latest change first. */
    Page<Piece> ofAuthor(String authorId, Set<ContentState> states, int page, int size);

    /** All pieces, latest change first, for those who may see all. */
    Page<Piece> all(Set<ContentState> states, int page, int size);

    /** Pieces among these ids, latest change first. */
    Page<Piece> among(Set<UUID> ids, Set<ContentState> states, int page, int size);

    /** Moves the piece to a state; the caller's use case writes the ledger entry. */
    void enter(UUID contentId, ContentState state);
}
