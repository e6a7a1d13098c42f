package io.imprimatur.desk.view;

import io.imprimatur.content.Revision;
import io.imprimatur.publishing.Publication;
import io.imprimatur.review.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells in words what happened to a piece, oldest first. */
@Component
public class Timeline {
    private final Words words;

    Timeline(Words words) {
        this.words = words;
    }

    /** @param reason somebody's own words to it, if they gave any */
    public record Event(Instant at, String sentence, @Nullable String reason) {}

    public List<Event> of(PieceView view) {
        var events = new ArrayList<Event>();
        for (Revision revision : view.revisions()) {
            events.add(new Event(revision.createdAt(), saved(revision), null));
        }
        for (Decision decision : view.decisions()) {
            events.add(new Event(decision.at(), decided(decision), decision.reason()));
        }
        for (Publication publication : view.publications()) {
            add(publication, events);
        }
        events.sort(Comparator.comparing(Event::at));
        return events;
    }

    private String saved(Revision revision) {
        String author = words.person(revision.author());
        return revision.number() == 1
                ? author + " began this piece."
                : "%s saved revision %d.".formatted(author, revision.number());
    }

    private String decided(Decision decision) {
        return "%s: %s %s revision %d."
                .formatted(
                        words.stage(decision.stage()),
                        words.person(decision.person()),
                        words.decided(decision.decision()),
                        decision.revision());
    }

    private void add(Publication publication, List<Event> events) {
        String channel = words.channel(publication.channel());
        events.add(new Event(
                publication.claimedAt(),
                "Revision %d was released to %s.".formatted(publication.revision(), channel),
                null));
        if (publication.publishedAt() != null) {
            events.add(new Event(publication.publishedAt(), "It appeared on %s.".formatted(channel), null));
        }
    }
}
