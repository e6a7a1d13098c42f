package io.imprimatur.mail.decision;

import io.imprimatur.content.Contents;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.mail.RequestStanding;
import io.imprimatur.mail.decision.MailRequest.State;
import io.imprimatur.review.Decision;
import io.imprimatur.review.Reviews;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells how a request stands at this moment: by its task, the piece and the decisions, never by what a mail says. */
@Component
public class Standings {
    private final ApprovalFlow flow;
    private final Contents contents;
    private final Reviews reviews;
    private final Clock clock;

    Standings(ApprovalFlow flow, Contents contents, Reviews reviews, Clock clock) {
        this.flow = flow;
        this.contents = contents;
        this.reviews = reviews;
        this.clock = clock;
    }

    public RequestStanding of(MailRequest request) {
        if (request.state() == State.PENDING) {
            return RequestStanding.PENDING;
        }
        if (!request.expiresAt().isAfter(clock.instant())) {
            return RequestStanding.EXPIRED;
        }
        return ofItsTask(request);
    }

    /** The same, whatever was decided by mail and whenever it was asked. */
    RequestStanding ofItsTask(MailRequest request) {
        var task = flow.task(request.taskId());
        if (task.isEmpty()) {
            return ended(request);
        }
        var current = contents.require(request.contentId()).revision();
        if (current != request.revision() || task.get().revision() != request.revision()) {
            return RequestStanding.CHANGED;
        }
        var holder = task.get().assignee();
        boolean free = holder == null ? request.state() != State.VOID : holder.equals(request.person());
        return free ? RequestStanding.OPEN : RequestStanding.TAKEN;
    }

    /** The last decision of its stage on its revision. */
    public Optional<Decision> decided(MailRequest request) {
        return reviews.decisions(request.contentId()).stream()
                .filter(made ->
                        made.revision() == request.revision() && made.stage().equals(request.stage()))
                .reduce((earlier, later) -> later);
    }

    private RequestStanding ended(MailRequest request) {
        if (decided(request).isPresent()) {
            return RequestStanding.ALREADY_DECIDED;
        }
        return contents.require(request.contentId()).revision() == request.revision()
                ? RequestStanding.ENDED
                : RequestStanding.CHANGED;
    }
}
