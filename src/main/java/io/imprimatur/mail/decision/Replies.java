package io.imprimatur.mail.decision;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.mail.RequestStanding;
import io.imprimatur.mail.decision.Answer.Code;
import io.imprimatur.mail.decision.Deciding.Given;
import io.imprimatur.mail.decision.ReplyVerdict.CameBack;
import io.imprimatur.mail.decision.ReplyVerdict.NotTaken;
import io.imprimatur.mail.decision.ReplyVerdict.Taken;
import io.imprimatur.mail.reading.DecisionReader;
import io.imprimatur.mail.reading.IncomingMail;
import io.imprimatur.mail.reading.Reading;
import io.imprimatur.mail.reading.ReadingProperties;
import io.imprimatur.mail.reading.ReplyText;
import io.imprimatur.mail.reading.Vocabulary;
import io.imprimatur.platform.Refusal;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes of a stored mail what it is: a decision, a remark, a message that came back, or nothing. */
@Component
class Replies {
    private final ReplyChecks checks;
    private final Deciding deciding;
    private final RemarkDesk remarks;
    private final Bounces bounces;
    private final IncomingStore store;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final ReadingProperties bounds;
    private final DecisionReader reader;
    private final Clock clock;

    Replies(
            ReplyChecks checks,
            Deciding deciding,
            RemarkDesk remarks,
            Bounces bounces,
            IncomingStore store,
            Ledger ledger,
            ApplicationEventPublisher events,
            ReadingProperties bounds,
            Clock clock) {
        this.checks = checks;
        this.deciding = deciding;
        this.remarks = remarks;
        this.bounces = bounces;
        this.store = store;
        this.ledger = ledger;
        this.events = events;
        this.bounds = bounds;
        this.reader = new DecisionReader(Vocabulary.of(bounds));
        this.clock = clock;
    }

    /**
     * In the transaction that runs.
     *
     * @return what became of it, as a code
     * @throws Refusal when a rule refuses the decision; everything is to be rolled back then, and {@link #refused} called
     */
    String handle(StoredMail stored) {
        var mail = read(stored);
        var verdict = checks.of(raw(stored), mail);
        if (verdict instanceof CameBack back) {
            return settle(stored, NotTaken.silently(bounces.take(back.bounce(), mail), false));
        }
        if (verdict instanceof NotTaken not) {
            return settle(stored, not);
        }
        var taken = (Taken) verdict;
        var reading = reader.read(ReplyText.of(mail));
        return reading instanceof Reading.Decided decided
                ? decide(stored, taken, decided)
                : answer(stored, taken.request(), notDecided(stored, taken.request(), reading), null);
    }

    /** In a transaction of its own: says why a rule refused, or that another door was quicker. */
    String refused(StoredMail stored, Refusal refusal) {
        if (!(checks.of(raw(stored), read(stored)) instanceof Taken taken)) {
            return handle(stored);
        }
        var code = refusal.code().equals("reason-missing") ? Code.REASON_MISSING : Code.NOT_ALLOWED;
        return answer(stored, taken.request(), code, refusal.sentence());
    }

    private String decide(StoredMail stored, Taken taken, Reading.Decided decided) {
        var request = taken.request();
        var standing = deciding.decide(
                request.id(), new Given(decided.decision(), decided.reason(), taken.proof(), stored.contentHash()));
        var code = standing == RequestStanding.ALREADY_DECIDED ? Code.DECIDED : Code.of(standing);
        return answer(stored, request, code, null);
    }

    private Code notDecided(StoredMail stored, MailRequest request, Reading reading) {
        if (reading instanceof Reading.Unreasoned) {
            return Code.REASON_MISSING;
        }
        if (reading instanceof Reading.Conflicting) {
            return Code.CONFLICTING;
        }
        if (reading instanceof Reading.Remark remark) {
            return remarks.keep(request, remark.text(), stored.id()) ? Code.REMARK_KEPT : Code.REMARK_REFUSED;
        }
        return Code.NOTHING_READ;
    }

    private String answer(StoredMail stored, MailRequest request, Code code, @Nullable String sentence) {
        var outcome = code.reason();
        store.settle(stored.id(), false, outcome, request.id(), clock.instant());
        events.publishEvent(new Answer(request.person(), code, request, sentence, stored.id(), stored.messageId()));
        if (code != Code.DECIDED && code != Code.PENDING) {
            note(stored, request, outcome);
        }
        return outcome;
    }

    private String settle(StoredMail stored, NotTaken not) {
        var request = not.request();
        store.settle(
                stored.id(), not.quarantined(), not.reason(), request == null ? null : request.id(), clock.instant());
        if (not.answer() != null && not.answered() != null) {
            events.publishEvent(
                    new Answer(not.answered(), not.answer(), request, null, stored.id(), stored.messageId()));
        }
        if (request != null) {
            note(stored, request, not.reason());
        }
        return not.reason();
    }

    /** Only what is about a request: anybody can send mail about nothing. */
    private void note(StoredMail stored, MailRequest request, String reason) {
        ledger.record(LedgerEntry.aboutContent(LedgerEntry.SYSTEM, "MAIL_NOT_DECIDED", request.contentId())
                .detail("request", request.id().toString())
                .detail("reason", reason)
                .detail("mail", stored.contentHash()));
    }

    private IncomingMail read(StoredMail stored) {
        return IncomingMail.read(raw(stored), bounds);
    }

    private static byte[] raw(StoredMail stored) {
        return Objects.requireNonNull(stored.raw(), "what waits to be handled is kept whole");
    }
}
