package io.imprimatur.desk.view;

import io.imprimatur.audit.LedgerQuery;
import io.imprimatur.audit.LedgerReader;
import io.imprimatur.audit.RecordedEntry;
import io.imprimatur.content.Revision;
import io.imprimatur.publishing.Publication;
import io.imprimatur.review.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells in words what happened to a piece, oldest first. */
@Component
public class Timeline {
    private static final int MOST_OF_A_KIND = 100;

    private final LedgerReader ledger;
    private final Words words;

    Timeline(LedgerReader ledger, Words words) {
        this.ledger = ledger;
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
        if (view.inFull()) {
            addFromLedger(view.piece().id(), events);
        }
        events.sort(Comparator.comparing(Event::at));
        return events;
    }

    private void addFromLedger(UUID contentId, List<Event> events) {
        for (RecordedEntry entry : entries(contentId, "REVISION_SUBMITTED")) {
            events.add(event(entry, words.person(entry.entry().actor()) + " submitted revision "));
        }
        for (RecordedEntry entry : entries(contentId, "BLOCK_CONTESTED")) {
            events.add(event(entry, words.person(entry.entry().actor()) + " contested what blocks revision "));
        }
        for (RecordedEntry entry : entries(contentId, "SCREENED")) {
            events.add(event(entry, screened(entry.entry().details().get("verdict"))));
        }
        for (RecordedEntry entry : entries(contentId, "RELEASE_CHECKED")) {
            if ("REFUSED".equals(entry.entry().details().get("answer"))) {
                events.add(new Event(
                        entry.at(), "It was not released: an approval was missing or no longer in force.", null));
            }
        }
    }

    private List<RecordedEntry> entries(UUID contentId, String action) {
        return ledger.find(new LedgerQuery(contentId, null, action, null, null, 0, MOST_OF_A_KIND))
                .items();
    }

    private static Event event(RecordedEntry entry, String sentence) {
        return new Event(entry.at(), sentence + entry.entry().revision() + ".", null);
    }

    private static String screened(@Nullable String verdict) {
        return "CLEAR".equals(verdict)
                ? "Screening found nothing in revision "
                : "BLOCK".equals(verdict)
                        ? "Screening found what may identify a patient and stopped revision "
                        : "Screening found something that a reviewer must answer in revision ";
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
