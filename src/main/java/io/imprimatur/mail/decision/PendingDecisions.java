package io.imprimatur.mail.decision;

import io.imprimatur.mail.MailRound;
import io.imprimatur.mail.RequestStanding;
import io.imprimatur.mail.decision.Answer.Code;
import io.imprimatur.mail.decision.MailRequest.State;
import io.imprimatur.platform.Refusal;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries out decisions by mail when they can no longer be undone. */
@Component
class PendingDecisions implements MailRound {
    private final RequestStore store;
    private final Deciding deciding;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final DecisionProperties properties;
    private final Clock clock;

    PendingDecisions(
            RequestStore store,
            Deciding deciding,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            DecisionProperties properties,
            Clock clock) {
        this.store = store;
        this.deciding = deciding;
        this.events = events;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void run() {
        store.due(clock.instant(), properties.batchSize()).forEach(this::conclude);
    }

    private void conclude(UUID id) {
        try {
            transaction.executeWithoutResult(status -> {
                var standing = deciding.conclude(id);
                if (standing != RequestStanding.OPEN && standing != RequestStanding.ALREADY_DECIDED) {
                    tell(id, Code.of(standing), null);
                }
            });
        } catch (Refusal refused) {
            if (refused.code().equals(Refusal.AT_THE_SAME_MOMENT)) {
                return; // it stays due
            }
            transaction.executeWithoutResult(status -> {
                store.end(id, State.VOID, clock.instant());
                tell(id, Code.NOT_ALLOWED, refused.sentence());
            });
        }
    }

    private void tell(UUID id, Code code, @Nullable String sentence) {
        store.find(id)
                .ifPresent(request ->
                        events.publishEvent(new Answer(request.person(), code, request, sentence, null, null)));
    }
}
