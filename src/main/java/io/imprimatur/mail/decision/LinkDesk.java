package io.imprimatur.mail.decision;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.mail.LinkDecisions;
import io.imprimatur.mail.RequestStanding;
import io.imprimatur.mail.decision.Deciding.Given;
import io.imprimatur.mail.decision.MailRequest.Proof;
import io.imprimatur.mail.decision.MailRequest.State;
import io.imprimatur.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides by links; who holds one is asked to log in, unless the house said that the link suffices. */
@Component
@Transactional
class LinkDesk implements LinkDecisions {
    private final Requests requests;
    private final RequestStore store;
    private final Standings standings;
    private final Deciding deciding;
    private final Ledger ledger;
    private final boolean tokenSuffices;

    LinkDesk(
            Requests requests,
            RequestStore store,
            Standings standings,
            Deciding deciding,
            Ledger ledger,
            @Value("${imprimatur.mail.link-login:session}") String linkLogin) {
        this.requests = requests;
        this.store = store;
        this.standings = standings;
        this.deciding = deciding;
        this.ledger = ledger;
        this.tokenSuffices = linkLogin.equals("token");
    }

    @Override
    public Asked open(String token, @Nullable String personId) {
        var request = require(token, personId);
        return new Asked(
                request.person(),
                request.taskId(),
                request.contentId(),
                request.revision(),
                request.stage(),
                standings.of(request),
                request.decision(),
                request.dueAt(),
                standings.decided(request).orElse(null));
    }

    @Override
    public RequestStanding decide(
            String token, @Nullable String personId, TaskDecision decision, @Nullable String reason) {
        var request = require(token, personId);
        var proof = personId == null ? Proof.TOKEN : Proof.SESSION;
        return deciding.decide(request.id(), new Given(decision, reason == null ? "" : reason.strip(), proof, null));
    }

    @Override
    public void take(String token, @Nullable String personId) {
        deciding.take(require(token, personId).id());
    }

    @Override
    public void undo(String token, @Nullable String personId) {
        var request = store.lock(require(token, personId).id());
        if (request.state() != State.PENDING) {
            throw Refusal.conflict("not-pending", "There is nothing to undo any more.");
        }
        store.reopen(request.id());
        ledger.record(LedgerEntry.aboutContent(request.person(), "MAIL_DECISION_UNDONE", request.contentId())
                .detail("request", request.id().toString())
                .detail("proof", (personId == null ? Proof.TOKEN : Proof.SESSION).name()));
    }

    private MailRequest require(String token, @Nullable String personId) {
        var request = requests.byLink(token)
                .orElseThrow(
                        () -> Refusal.notFound("link-unknown", "This link leads to nothing, or its time is over."));
        if (personId == null ? !tokenSuffices : !personId.equals(request.person())) {
            throw Refusal.forbidden(
                    "link-for-another",
                    "This link was made for somebody else. If the task is yours too, you find it under Tasks.");
        }
        return request;
    }
}
