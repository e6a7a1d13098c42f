package io.imprimatur.review.internal;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.review.ReleaseAnswer;
import io.imprimatur.review.ReleaseAnswer.Permitted;
import io.imprimatur.review.ReleaseAnswer.Refused;
import io.imprimatur.review.ReleaseCheck;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks every rule, and notes the answer in the ledger. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class RecordedReleaseCheck implements ReleaseCheck {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedReleaseCheck.class);
    private static final Refused UNANSWERED = new Refused(
            "release-check-failed", "It could not be determined whether this text may go out, so it does not.");

    private final ReleaseCases cases;
    private final Ledger ledger;

    RecordedReleaseCheck(ReleaseCases cases, Ledger ledger) {
        this.cases = cases;
        this.ledger = ledger;
    }

    @Override
    public ReleaseAnswer check(UUID contentId, int revision) {
        var answer = answer(contentId, revision);
        ledger.record(entry(contentId, revision, answer));
        return answer;
    }

    private ReleaseAnswer answer(UUID contentId, int revision) {
        try {
            var release = cases.of(contentId, revision);
            return ReleaseRule.firstObjection(release)
                    .<ReleaseAnswer>map(objection -> new Refused(objection.code(), objection.sentence()))
                    .orElseGet(() -> new Permitted(release.storedHash()));
        } catch (RuntimeException failure) {
            LOG.warn(
                    "The release check of {} revision {} failed with {}.",
                    contentId,
                    revision,
                    failure.getClass().getName());
            return UNANSWERED;
        }
    }

    private static LedgerEntry entry(UUID contentId, int revision, ReleaseAnswer answer) {
        var checked = LedgerEntry.aboutContent(LedgerEntry.SYSTEM, "RELEASE_CHECKED", contentId);
        if (answer instanceof Permitted permitted) {
            return checked.revision(revision, permitted.revisionHash()).detail("answer", "PERMITTED");
        }
        return checked.detail("revision", Integer.toString(revision))
                .detail("answer", "REFUSED")
                .detail("code", ((Refused) answer).code());
    }
}
