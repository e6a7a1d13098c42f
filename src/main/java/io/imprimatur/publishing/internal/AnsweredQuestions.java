package io.imprimatur.publishing.internal;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.flow.Answer;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.spi.QuestionDesk;
import io.imprimatur.identity.Groups;
import io.imprimatur.identity.People;
import io.imprimatur.platform.Refusal;
import io.imprimatur.publishing.Publications;
import io.imprimatur.publishing.Withdrawal;
import io.imprimatur.publishing.WithdrawalReason;
import io.imprimatur.publishing.Withdrawals;
import io.imprimatur.screening.Screenings;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does what people answer in their tasks, by the same use cases as the pages. */
@Component
@Transactional
class AnsweredQuestions implements QuestionDesk {
    private final ObjectProvider<Publications> publications;
    private final ObjectProvider<Withdrawals> withdrawals;
    private final WithdrawalRows rows;
    private final People people;
    private final Screenings screenings;
    private final Ledger ledger;
    private final Clock clock;

    AnsweredQuestions(
            ObjectProvider<Publications> publications,
            ObjectProvider<Withdrawals> withdrawals,
            WithdrawalRows rows,
            People people,
            Screenings screenings,
            Ledger ledger,
            Clock clock) {
        this.publications = publications;
        this.withdrawals = withdrawals;
        this.rows = rows;
        this.people = people;
        this.screenings = screenings;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void answered(FlowTask task, String personId, Answer answer, @Nullable String reason) {
        var why = reason == null ? "" : reason.strip();
        if (!why.isEmpty()) {
            screenings.requireClear(why);
        }
        var subject = Objects.requireNonNull(task.subjectId());
        var known = publications.getObject();
        switch (answer) {
            case IS_LIVE, KEEP -> known.settleUnknown(subject, true, personId);
            case IS_NOT_LIVE, REMOVED_BY_HAND -> known.settleUnknown(subject, false, personId);
            case LOOK_AGAIN -> known.tryAgain(subject, personId);
            case WITHDRAW ->
                withdrawals
                        .getObject()
                        .order(
                                task.contentId(),
                                new Withdrawals.Order(WithdrawalReason.CHANGED_ON_PLATFORM, why, null),
                                personId);
            case NO_NOTIFICATION -> assess(task, subject, Withdrawal.Assessment.LOW_PROBABILITY, why, personId);
            case NOTIFICATION -> assess(task, subject, Withdrawal.Assessment.BREACH, why, personId);
        }
    }

    private void assess(
            FlowTask task, UUID withdrawalId, Withdrawal.Assessment assessment, String why, String personId) {
        if (people.findActive(personId)
                .filter(person -> person.isIn(Groups.COMPLIANCE))
                .isEmpty()) {
            throw Refusal.forbidden("compliance-only", "Only compliance may assess an incident.");
        }
        if (why.isEmpty()) {
            throw Refusal.invalid("reason-missing", "Say why: the assessment has to be documented (45 CFR 164.414(b)).")
                    .about("reason");
        }
        rows.assess(withdrawalId, assessment, why, personId, clock.instant());
        ledger.record(LedgerEntry.aboutContent(personId, "INCIDENT_ASSESSED", task.contentId())
                .detail("withdrawal", withdrawalId.toString())
                .detail("assessment", assessment.name()));
    }
}
