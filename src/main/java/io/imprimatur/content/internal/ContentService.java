package io.imprimatur.content.internal;

import io.imprimatur.content.ContentState;
import io.imprimatur.content.Contents;
import io.imprimatur.content.Draft;
import io.imprimatur.content.Piece;
import io.imprimatur.content.Revision;
import io.imprimatur.platform.Page;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The module's API over its tables. */
@Service
@Transactional
class ContentService implements Contents {
    private final Authoring authoring;
    private final PieceStore pieces;
    private final RevisionStore revisions;
    private final SubmissionStore submissions;
    private final Clock clock;

    ContentService(
            Authoring authoring, PieceStore pieces, RevisionStore revisions, SubmissionStore submissions, Clock clock) {
        this.authoring = authoring;
        this.pieces = pieces;
        this.revisions = revisions;
        this.submissions = submissions;
        this.clock = clock;
    }

    @Override
    public Revision create(Draft draft, String authorId) {
        return authoring.create(draft, authorId);
    }

    @Override
    public Revision revise(UUID contentId, int expectedRevision, Draft draft, String authorId) {
        return authoring.revise(contentId, expectedRevision, draft, authorId);
    }

    @Override
    public void submit(UUID contentId, String authorId, @Nullable String contestReason) {
        authoring.submit(contentId, authorId, contestReason);
    }

    @Override
    public Optional<Piece> find(UUID contentId) {
        return pieces.find(contentId);
    }

    @Override
    public Piece require(UUID contentId) {
        return pieces.find(contentId).orElseThrow(Access::unknown);
    }

    @Override
    public Revision revision(UUID contentId, int number) {
        return revisions.find(contentId, number).orElseThrow(Access::unknown);
    }

    @Override
    public String hash(Revision revision) {
        return RevisionHash.of(revision);
    }

    @Override
    public Revision current(UUID contentId) {
        return revision(contentId, require(contentId).revision());
    }

    @Override
    public List<Revision> revisions(UUID contentId) {
        return revisions.all(contentId);
    }

    /** A published piece takes no further revision, so all its revisions count. */
    @Override
    public Set<String> authorsSincePublished(UUID contentId) {
        return revisions.authors(contentId);
    }

    @Override
    public Optional<String> contestOf(UUID contentId, int revision) {
        return submissions.contestOf(contentId, revision);
    }

    @Override
    public Page<Piece> ofAuthor(String authorId, Set<ContentState> states, int page, int size) {
        return pieces.ofAuthor(authorId, states, page, size);
    }

    @Override
    public Page<Piece> all(Set<ContentState> states, int page, int size) {
        return pieces.all(states, page, size);
    }

    @Override
    public Page<Piece> among(Set<UUID> ids, Set<ContentState> states, int page, int size) {
        return pieces.among(ids, states, page, size);
    }

    @Override
    public void enter(UUID contentId, ContentState state) {
        if (pieces.enter(contentId, state, clock.instant()) == 0) {
            throw Access.unknown();
        }
    }
}
