package io.imprimatur.mail.internal;

import io.imprimatur.content.Contents;
import io.imprimatur.content.Revision;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.Question;
import io.imprimatur.identity.Person;
import io.imprimatur.mail.Notice;
import io.imprimatur.screening.Screenings;
import io.imprimatur.screening.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Letters about a review that waits. They carry the text only to its reviewers, and only when screening is clear. */
@Component
class TaskLetters {
    private final ApprovalFlow flow;
    private final Contents contents;
    private final Screenings screenings;
    private final Links links;

    TaskLetters(ApprovalFlow flow, Contents contents, Screenings screenings, Links links) {
        this.flow = flow;
        this.contents = contents;
        this.screenings = screenings;
        this.links = links;
    }

    Optional<Letter> write(Notice notice, Person reader) {
        var taskId = notice.taskId();
        if (taskId == null) {
            return Optional.empty();
        }
        return flow.task(taskId)
                .flatMap(task -> notice.kind() == Notice.Kind.TASK_ESCALATION
                        ? Optional.of(escalation(task, reader))
                        : request(notice, task, reader));
    }

    /** Nobody who has left the group, or whose colleague has taken the task, is asked any more. */
    private Optional<Letter> request(Notice notice, FlowTask task, Person reader) {
        var holder = task.assignee();
        boolean mine =
                holder == null ? task.candidateGroups().stream().anyMatch(reader::isIn) : holder.equals(reader.id());
        if (!mine) {
            return Optional.empty();
        }
        if (task.question() != null) {
            return Optional.of(question(task, task.question(), reader));
        }
        var stage = Words.stage(task.stage());
        boolean reminder = notice.kind() == Notice.Kind.TASK_REMINDER;
        var post = postFor(task, reader);
        return Optional.of(new Letter(
                reader,
                (reminder ? "Reminder: a" : "A") + " post waits for " + stage,
                List.of(
                        reminder ? "A post still waits for " + stage + "." : "A new post waits for " + stage + ".",
                        post == null
                                ? "Screening found something in it that you should look at, so it is not in this message."
                                : "This is what readers will see:"),
                post,
                new Letter.Link("Open the task", links.task(task.id())),
                List.of()));
    }

    /** Says what is asked and never what is in the post. */
    private Letter question(FlowTask task, Question question, Person reader) {
        var sentence =
                switch (question) {
                    case UNKNOWN -> "It is not known whether a post went out. Please look at the platform and say so.";
                    case DRIFTED -> "What is live of a published post is not what was approved.";
                    case REMOVED -> "A published post is not live any more, and nobody here took it down.";
                    case BY_HAND -> "A post has to be taken down by hand, since the platform lets no program do it.";
                    case INCIDENT ->
                        "A post was withdrawn for privacy. The incident has to be assessed, and people notified"
                                + " in time if it was a breach.";
                };
        return new Letter(
                reader,
                "A published post needs a decision",
                List.of(sentence),
                null,
                new Letter.Link("Open the task", links.task(task.id())),
                List.of());
    }

    private @Nullable Revision postFor(FlowTask task, Person reader) {
        boolean reviews =
                task.stage() != null && task.candidateGroups().stream().anyMatch(reader::isIn);
        boolean clear = screenings
                .verdict(task.contentId(), task.revision())
                .filter(verdict -> verdict == Verdict.CLEAR)
                .isPresent();
        return reviews && clear ? contents.revision(task.contentId(), task.revision()) : null;
    }

    /** Managers are no reviewers: they hear that something waits, not what. */
    private Letter escalation(FlowTask task, Person reader) {
        var stage = Words.stage(task.stage());
        return new Letter(
                reader,
                "A post has waited too long for " + stage,
                List.of(
                        "A post has waited too long for " + stage + ". "
                                + (task.assignee() == null
                                        ? "Nobody has taken the task."
                                        : "Somebody has taken the task."),
                        "Please see to it that somebody decides."),
                null,
                new Letter.Link("See where it stands", links.piece(task.contentId())),
                List.of());
    }
}
