package io.imprimatur.screening.internal;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.content.Contents;
import io.imprimatur.content.Revision;
import io.imprimatur.platform.Refusal;
import io.imprimatur.screening.RevisionFinding;
import io.imprimatur.screening.Screenings;
import io.imprimatur.screening.Verdict;
import io.imprimatur.screening.internal.ScreeningTables.Result;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was found beside the revision, never what the text says. */
@Service
class StoredScreenings implements Screenings {
    private final Contents contents;
    private final RevisionScreener screener;
    private final ReasonScreening reasons;
    private final ScreeningTables tables;
    private final ImageTextTable imageTexts;
    private final Ledger ledger;
    private final Clock clock;

    StoredScreenings(
            Contents contents,
            RevisionScreener screener,
            ReasonScreening reasons,
            ScreeningTables tables,
            ImageTextTable imageTexts,
            Ledger ledger,
            Clock clock) {
        this.contents = contents;
        this.screener = screener;
        this.reasons = reasons;
        this.tables = tables;
        this.imageTexts = imageTexts;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Verdict screenRevision(UUID contentId, int number) {
        return verdict(contentId, number).orElseGet(() -> screen(contents.revision(contentId, number)));
    }

    private Verdict screen(Revision revision) {
        var screened = screener.screen(revision);
        if (!tables.insertResult(
                revision.contentId(),
                revision.number(),
                new Result(revision.hash(), screened.verdict()),
                clock.instant())) {
            return verdict(revision.contentId(), revision.number()).orElseThrow();
        }
        for (int position = 0; position < screened.findings().size(); position++) {
            tables.insertFinding(screened.findings().get(position), position);
        }
        imageTexts.insert(revision.contentId(), revision.number(), screened.imageTexts());
        ledger.record(screened(revision, screened.verdict(), screened.findings()));
        return screened.verdict();
    }

    private static LedgerEntry screened(Revision revision, Verdict verdict, List<RevisionFinding> found) {
        var entry = LedgerEntry.aboutContent(LedgerEntry.SYSTEM, "SCREENED", revision.contentId())
                .revision(revision.number(), revision.hash())
                .detail("verdict", verdict.name());
        for (var count : IdentifierCounts.of(found).entrySet()) {
            entry = entry.detail(count.getKey(), count.getValue());
        }
        return entry;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Verdict> verdict(UUID contentId, int revision) {
        return tables.result(contentId, revision).map(Result::verdict);
    }

    @Override
    @Transactional(readOnly = true)
    public List<RevisionFinding> findings(UUID contentId, int revision) {
        return tables.findings(contentId, revision);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Integer, String> imageTexts(UUID contentId, int revision) {
        return imageTexts.find(contentId, revision);
    }

    @Override
    @Transactional
    public void answer(UUID contentId, int revision, UUID findingId, String personId, String reason) {
        var words = reasons.checked(reason);
        var finding = tables.findings(contentId, revision).stream()
                .filter(each -> each.id().equals(findingId))
                .findAny()
                .orElseThrow(() -> Refusal.notFound("finding-not-found", "This finding does not exist."));
        var screened = tables.result(contentId, revision).orElseThrow();
        tables.addAnswer(findingId, personId, words, clock.instant());
        ledger.record(new LedgerEntry(
                        personId, "FINDING_ANSWERED", "finding:" + findingId, contentId, null, null, null, Map.of())
                .revision(revision, screened.revisionHash())
                .detail("identifier", finding.finding().identifier().name())
                .detail("severity", finding.finding().severity().name()));
    }

    @Override
    public void requireClear(String words) {
        reasons.requireClear(words);
    }
}
