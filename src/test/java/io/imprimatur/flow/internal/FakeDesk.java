package io.imprimatur.flow.internal;

import io.imprimatur.flow.spi.DraftDesk;
import io.imprimatur.platform.Refusal;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Stands in for the content module. */
final class FakeDesk implements DraftDesk {
    private final Map<UUID, Integer> revisions = new ConcurrentHashMap<>();
    private final Map<UUID, String> authors = new ConcurrentHashMap<>();

    UUID piece(String author) {
        var id = UUID.randomUUID();
        revisions.put(id, 1);
        authors.put(id, author);
        return id;
    }

    void revise(UUID id, int revision) {
        revisions.put(id, revision);
    }

    @Override
    public UUID createEmpty(String kind, String authorId) {
        if (!authorId.equals("author")) {
            throw Refusal.forbidden("not-an-author", "Only authors write posts.");
        }
        return piece(authorId);
    }

    @Override
    public int submitted(UUID contentId, String personId) {
        if (!authorOf(contentId).equals(personId)) {
            throw Refusal.forbidden("not-the-author", "Only its author hands in a post.");
        }
        return revisions.getOrDefault(contentId, 0);
    }

    @Override
    public String authorOf(UUID contentId) {
        return authors.getOrDefault(contentId, "nobody");
    }
}
