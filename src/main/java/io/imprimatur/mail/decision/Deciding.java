package io.imprimatur.mail.decision;

import io.imprimatur.audit.Door;
import io.imprimatur.audit.Doors;
import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.mail.RequestStanding;
import io.imprimatur.mail.decision.MailRequest.Proof;
import io.imprimatur.mail.decision.MailRequest.State;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides what a message asked for, in the name of the person whom it was made for and by the same command as Tasklist.
 * The request's row is held until the transaction ends, so nothing decides twice.
 */
@Component
class Deciding {
    private final RequestStore store;
    private final Standings standings;
    private final ApprovalFlow flow;
    private final Rehearsal rehearsal;
    private final Doors doors;
    private final Ledger ledger;
    private final MeterRegistry meters;
    private final DecisionProperties properties;
    private final Clock clock;

    Deciding(
            RequestStore store,
            Standings standings,
            ApprovalFlow flow,
            Rehearsal rehearsal,
            Doors doors,
            Ledger ledger,
            MeterRegistry meters,
            DecisionProperties properties,
            Clock clock) {
        this.store = store;
        this.standings = standings;
        this.flow = flow;
        this.rehearsal = rehearsal;
        this.doors = doors;
        this.ledger = ledger;
        this.meters = meters;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * A decision that came by mail.
     *
     * @param mailHash SHA-256 of the mail that brought it; null if a link did
     */
    record Given(TaskDecision decision, String reason, Proof proof, @Nullable String mailHash) {}

    /**
     * @return {@code ALREADY_DECIDED} now that it is, {@code PENDING}, or why it cannot be decided any more
     * @throws io.imprimatur.platform.Refusal when a rule refuses; the transaction is of no use then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public RequestStanding decide(UUID requestId, Given given) {
        var request = store.lock(requestId);
        var standing = standings.of(request);
        if (standing != RequestStanding.OPEN) {
            return standing;
        }
        if (!properties.undoWithin().isZero()) {
            suspend(request, given);
            return RequestStanding.PENDING;
        }
        take(request);
        carryOut(request, given);
        return RequestStanding.ALREADY_DECIDED;
    }

    /** Carries out what can no longer be undone; {@code OPEN} if it was undone meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    public RequestStanding conclude(UUID requestId) {
        var request = store.lock(requestId);
        if (request.state() != State.PENDING || request.decision() == null || request.proof() == null) {
            return RequestStanding.OPEN;
        }
        var standing = standings.ofItsTask(request);
        if (standing != RequestStanding.OPEN) {
            store.end(requestId, State.VOID, clock.instant());
            return standing;
        }
        var reason = request.reason();
        carryOut(request, new Given(request.decision(), reason == null ? "" : reason, request.proof(), null));
        return RequestStanding.ALREADY_DECIDED;
    }

    /** Takes the task for whom it was asked; does nothing if they have it, or if it is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(UUID requestId) {
        var request = store.lock(requestId);
        if (standings.of(request) == RequestStanding.OPEN) {
            take(request);
        }
    }

    private void suspend(MailRequest request, Given given) {
        rehearsal.run(() -> {
            take(request);
            decideInEngine(request, given);
        });
        take(request);
        store.suspend(
                request.id(),
                given.decision(),
                given.reason(),
                given.proof(),
                clock.instant().plus(properties.undoWithin()));
        ledger.record(entry(request, "MAIL_DECISION_SUSPENDED", given));
    }

    private void take(MailRequest request) {
        var unclaimed = flow.task(request.taskId())
                .filter(task -> task.assignee() == null)
                .isPresent();
        if (unclaimed) {
            doors.through(Door.MAIL, () -> flow.claim(request.taskId(), request.person()));
        }
    }

    /** Ends the request first: a pending one locks its task, here too. */
    private void carryOut(MailRequest request, Given given) {
        store.end(request.id(), State.USED, clock.instant());
        decideInEngine(request, given);
        ledger.record(entry(request, "MAIL_DECISION_PROVEN", given));
        meters.counter("imprimatur.mail.decided", "proof", given.proof().name()).increment();
    }

    private void decideInEngine(MailRequest request, Given given) {
        doors.through(
                Door.MAIL,
                () -> flow.decide(
                        request.taskId(),
                        request.person(),
                        given.decision(),
                        given.reason().isBlank() ? null : given.reason()));
    }

    private static LedgerEntry entry(MailRequest request, String action, Given given) {
        var entry = LedgerEntry.aboutContent(request.person(), action, request.contentId())
                .detail("request", request.id().toString())
                .detail("revision", String.valueOf(request.revision()))
                .detail("stage", request.stage())
                .detail("decision", given.decision().name())
                .detail("proof", given.proof().name());
        return given.mailHash() == null ? entry : entry.detail("mail", given.mailHash());
    }
}
