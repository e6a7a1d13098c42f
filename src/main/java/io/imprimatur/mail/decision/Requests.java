package io.imprimatur.mail.decision;

import io.imprimatur.flow.EmailDecision;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.TaskTaken;
import io.imprimatur.mail.decision.MailRequest.Means;
import io.imprimatur.mail.decision.MailRequest.State;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may decide by which message. */
@Component
@Transactional
public class Requests {
    private final RequestStore store;
    private final Preferences preferences;
    private final DecisionProperties properties;
    private final Clock clock;

    Requests(RequestStore store, Preferences preferences, DecisionProperties properties, Clock clock) {
        this.store = store;
        this.preferences = preferences;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * The tokens of one message.
     *
     * @param link for the page
     * @param reply for the address that replies go to; null if a reply may not decide
     */
    public record Tickets(String link, @Nullable String reply) {}

    /**
     * Lets that person decide by the message that is about to be sent.
     *
     * @param readable whether the message shows the text; nobody decides by reply about what it does not show
     * @return empty if mail decides nothing at that task, or nothing by that person's own wish
     */
    public Optional<Tickets> issue(FlowTask task, String person, boolean readable) {
        var stage = task.stage();
        if (stage == null
                || task.emailDecision() == EmailDecision.NONE
                || !preferences.of(person).decisions()) {
            return Optional.empty();
        }
        var byReply = task.emailDecision() == EmailDecision.REPLY && readable && properties.address() != null;
        var now = clock.instant();
        var request = store.open(new MailRequest(
                UUID.randomUUID(),
                person,
                task.id(),
                task.contentId(),
                task.revision(),
                stage,
                byReply ? Means.REPLY : Means.LINK,
                now,
                now.plus(properties.validFor()),
                State.OPEN,
                null,
                null,
                null,
                null));
        return request.state() == State.OPEN ? Optional.of(tickets(request)) : Optional.empty();
    }

    /** Further tokens for a request that can still be answered or undone. */
    public Optional<Tickets> reissue(UUID requestId) {
        return store.find(requestId)
                .filter(request -> request.state() == State.OPEN || request.state() == State.PENDING)
                .filter(request -> request.expiresAt().isAfter(clock.instant()))
                .map(this::tickets);
    }

    /** @param token as it stood in the address */
    public Optional<MailRequest> byLink(String token) {
        return Tokens.read(token).flatMap(read -> store.byToken(Tokens.hash(read), Means.LINK));
    }

    /** The last one of that person at that task. */
    public Optional<MailRequest> latest(@Nullable String taskId, String person) {
        return taskId == null ? Optional.empty() : store.latest(taskId, person);
    }

    @EventListener
    void on(TaskTaken taken) {
        store.voidOthers(taken.task().id(), taken.task().assignee(), clock.instant());
    }

    private Tickets tickets(MailRequest request) {
        var link = ticket(request, Means.LINK);
        return new Tickets(link, request.means() == Means.REPLY ? ticket(request, Means.REPLY) : null);
    }

    private String ticket(MailRequest request, Means purpose) {
        var token = Tokens.random();
        store.addToken(Tokens.hash(token), request.id(), purpose, clock.instant());
        return token;
    }
}
