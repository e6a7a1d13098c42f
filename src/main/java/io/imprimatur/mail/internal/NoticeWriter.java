package io.imprimatur.mail.internal;

import io.imprimatur.content.ContentEvent;
import io.imprimatur.content.Contents;
import io.imprimatur.flow.FlowProposed;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.StepReached;
import io.imprimatur.flow.TaskOpened;
import io.imprimatur.flow.TaskReminded;
import io.imprimatur.flow.TaskTaken;
import io.imprimatur.identity.Groups;
import io.imprimatur.identity.People;
import io.imprimatur.identity.Person;
import io.imprimatur.mail.Notice;
import io.imprimatur.mail.decision.Answer;
import io.imprimatur.mail.decision.Bounces;
import io.imprimatur.mail.decision.DecisionProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes notices in the transaction of what they are about: both become visible together or not at all. */
@Component
class NoticeWriter {
    private final NoticeStore notices;
    private final Contents contents;
    private final People people;
    private final Heads heads;
    private final DecisionProperties decisions;
    private final DeliverySignal signal;
    private final Clock clock;

    NoticeWriter(
            NoticeStore notices,
            Contents contents,
            People people,
            Heads heads,
            DecisionProperties decisions,
            DeliverySignal signal,
            Clock clock) {
        this.notices = notices;
        this.contents = contents;
        this.people = people;
        this.heads = heads;
        this.decisions = decisions;
        this.signal = signal;
        this.clock = clock;
    }

    /** Authors are told by the events of their piece that a draft came back to them. */
    @EventListener
    void on(TaskOpened opened) {
        if (!opened.task().isDraft()) {
            write(Occasion.ofTask(Notice.Kind.TASK_OPENED, opened.task()), reviewers(opened.task()));
        }
    }

    @EventListener
    void on(TaskReminded reminded) {
        var task = reminded.task();
        if (reminded.escalated()) {
            write(Occasion.ofTask(Notice.Kind.TASK_ESCALATION, task), heads.over(task));
        } else {
            var holder = task.assignee();
            write(Occasion.ofTask(Notice.Kind.TASK_REMINDER, task), holder == null ? reviewers(task) : Set.of(holder));
        }
    }

    /** Whoever could take it may not have the message any more that it waits. */
    @EventListener
    void on(TaskTaken taken) {
        if (taken.task().assignee() == null) {
            write(Occasion.ofReturn(taken.task()), reviewers(taken.task()));
        }
    }

    @EventListener
    void on(StepReached reached) {
        write(Occasion.ofStep(reached), ids(people.inGroup(reached.group())));
    }

    /** Whoever may be the second person. */
    @EventListener
    void on(FlowProposed proposed) {
        var confirmers = new TreeSet<>(ids(people.inGroup(Groups.MANAGERS)));
        confirmers.addAll(ids(people.inGroup(Groups.COMPLIANCE)));
        confirmers.remove(proposed.proposedBy());
        write(Occasion.ofProposal(proposed.proposalId()), confirmers);
    }

    /** Bounded, so that two systems that answer each other come to rest. */
    @EventListener
    void on(Answer answer) {
        var hourAgo = clock.instant().minus(Duration.ofHours(1));
        if (notices.answersSince(answer.person(), hourAgo) < decisions.answersPerHour()) {
            write(Occasion.ofAnswer(answer), Set.of(answer.person()));
        }
    }

    @EventListener
    void on(Bounces.CameBack back) {
        write(Occasion.ofUndeliverable(back.person()), ids(people.inGroup(Groups.MANAGERS)));
    }

    @EventListener
    void on(ContentEvent event) {
        if (event instanceof ContentEvent.Blocked) {
            tellAuthors(Notice.Kind.BLOCKED, event, null);
        } else if (event instanceof ContentEvent.Approved approved) {
            tellAuthors(Notice.Kind.APPROVED, event, approved.stage());
        } else if (event instanceof ContentEvent.ChangesRequested requested) {
            tellAuthors(Notice.Kind.CHANGES_REQUESTED, event, requested.stage());
        } else if (event instanceof ContentEvent.Rejected rejected) {
            tellAuthors(Notice.Kind.REJECTED, event, rejected.stage());
        } else if (event instanceof ContentEvent.ReleaseRefused) {
            tellAuthors(Notice.Kind.RELEASE_REFUSED, event, null);
        } else if (event instanceof ContentEvent.Withdrawn) {
            tellAuthors(Notice.Kind.WITHDRAWN, event, null);
        } else if (event instanceof ContentEvent.Published published) {
            tellAuthors(published.everywhere() ? Notice.Kind.PUBLISHED : Notice.Kind.PARTLY_PUBLISHED, event, null);
        }
    }

    private void tellAuthors(Notice.Kind kind, ContentEvent event, @Nullable String stage) {
        write(
                Occasion.ofContent(kind, event.contentId(), event.revision(), stage),
                contents.authorsSincePublished(event.contentId()));
    }

    /** An author cannot review the own piece, so the task is none of theirs even when they are in the group. */
    private Set<String> reviewers(FlowTask task) {
        var reviewers = new TreeSet<String>();
        task.candidateGroups().forEach(group -> reviewers.addAll(ids(people.inGroup(group))));
        reviewers.removeAll(contents.authorsSincePublished(task.contentId()));
        return reviewers;
    }

    private static Set<String> ids(Collection<Person> people) {
        return people.stream().map(Person::id).collect(Collectors.toUnmodifiableSet());
    }

    private void write(Occasion occasion, Set<String> readers) {
        var now = clock.instant();
        readers.forEach(reader -> notices.insert(occasion, reader, now));
        signal.afterCommit();
    }
}
