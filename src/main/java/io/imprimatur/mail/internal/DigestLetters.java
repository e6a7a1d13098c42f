package io.imprimatur.mail.internal;

import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.identity.Person;
import io.imprimatur.mail.decision.Preferences;
import io.imprimatur.mail.decision.Unsubscribing;
import io.imprimatur.mail.internal.Letter.Link;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The daily list of what waits for somebody: links only. Nobody gets an empty one. */
@Component
class DigestLetters {
    private static final int SHOWN = 25;

    private final ApprovalFlow flow;
    private final Preferences preferences;
    private final Unsubscribing unsubscribing;
    private final Times times;
    private final Links links;

    DigestLetters(ApprovalFlow flow, Preferences preferences, Unsubscribing unsubscribing, Times times, Links links) {
        this.flow = flow;
        this.preferences = preferences;
        this.unsubscribing = unsubscribing;
        this.times = times;
        this.links = links;
    }

    Optional<Letter> write(Person reader) {
        var waiting = flow.tasksOf(reader.id());
        if (waiting.isEmpty() || !preferences.of(reader.id()).digest()) {
            return Optional.empty();
        }
        var count = waiting.size() == 1 ? "One task waits" : waiting.size() + " tasks wait";
        var more = waiting.size() > SHOWN ? " These are the most urgent:" : "";
        return Optional.of(Letter.to(reader, count + " for you", List.of(count + " for you." + more))
                .naming(waiting.stream().limit(SHOWN).map(this::link).toList())
                .doing("See all your tasks", links.tasks())
                .endedAt(links.unsubscribe(unsubscribing.token(reader.id()))));
    }

    private Link link(FlowTask task) {
        var what = task.isDraft()
                ? "A draft of yours"
                : task.question() != null
                        ? "A question about a published post"
                        : "A post for " + Words.stage(task.stage());
        return new Link(
                task.dueAt() == null ? what : what + ", due " + times.said(task.dueAt()), links.task(task.id()));
    }
}
