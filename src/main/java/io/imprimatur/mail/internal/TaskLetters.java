package io.imprimatur.mail.internal;

import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.Question;
import io.imprimatur.identity.Person;
import io.imprimatur.mail.Notice;
import io.imprimatur.mail.decision.Requests;
import io.imprimatur.mail.internal.Letter.Fact;
import io.imprimatur.screening.Screenings;
import io.imprimatur.screening.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Letters about a review that waits. They carry the text only to its reviewers, and only when screening is clear. */
@Component
class TaskLetters {
    private final ApprovalFlow flow;
    private final Screenings screenings;
    private final LetterPosts posts;
    private final Requests requests;
    private final Times times;
    private final Links links;

    TaskLetters(
            ApprovalFlow flow, Screenings screenings, LetterPosts posts, Requests requests, Times times, Links links) {
        this.flow = flow;
        this.screenings = screenings;
        this.posts = posts;
        this.requests = requests;
        this.times = times;
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
        var post = postFor(task, reader);
        var letter = Letter.to(reader, subject(notice, task), opening(notice, task, post))
                .about(facts(task, post))
                .showing(post);
        return Optional.of(requests.issue(task, reader.id(), post != null)
                .map(tickets -> deciding(letter, tickets, post))
                .orElseGet(() -> letter.doing("Open the task", links.task(task.id()))));
    }

    private Letter deciding(Letter letter, Requests.Tickets tickets, @Nullable LetterPost post) {
        var page = links.decide(tickets.link());
        if (post == null) {
            return letter.doing("Read and decide", page);
        }
        return letter.doing("Read and approve", page + "?choice=approve")
                .doing("Ask for changes", page + "?choice=changes")
                .doing("Do not publish", page + "?choice=reject")
                .answeredBy(tickets.reply(), tickets.reply() == null ? List.of() : HowToReply.lines(post.asksReason()));
    }

    private static String subject(Notice notice, FlowTask task) {
        var waits = "post waits for " + Words.stage(task.stage());
        return notice.kind() == Notice.Kind.TASK_REMINDER ? "Reminder: a " + waits : "A " + waits;
    }

    private static List<String> opening(Notice notice, FlowTask task, @Nullable LetterPost post) {
        var stage = Words.stage(task.stage());
        var first =
                switch (notice.kind()) {
                    case TASK_REMINDER -> "A post still waits for " + stage + ".";
                    case TASK_RETURNED -> "A post waits for " + stage + " again: a colleague gave it back.";
                    default -> "A new post waits for " + stage + ".";
                };
        return List.of(
                first,
                post == null
                        ? "Screening found something in it that you should look at, so it is not in this message."
                        : "This is what readers will see:");
    }

    /** The title is part of the text: whoever may not have the text here does not have its title either. */
    private List<Fact> facts(FlowTask task, @Nullable LetterPost post) {
        var facts = new ArrayList<Fact>();
        if (post != null) {
            facts.add(new Fact("Title", QuotedBack.joined(post.revision().title())));
        }
        facts.add(new Fact("Stage", Words.stage(task.stage())));
        if (task.dueAt() != null) {
            facts.add(new Fact("Due", times.said(task.dueAt())));
        }
        return facts;
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
        return Letter.to(reader, "A published post needs a decision", List.of(sentence))
                .doing("Open the task", links.task(task.id()));
    }

    private @Nullable LetterPost postFor(FlowTask task, Person reader) {
        boolean reviews =
                task.stage() != null && task.candidateGroups().stream().anyMatch(reader::isIn);
        return reviews && maybeSent(task) ? posts.of(task) : null;
    }

    /** Screening found nothing in it, or nothing but images, each of which somebody has looked at. */
    private boolean maybeSent(FlowTask task) {
        var verdict = screenings.verdict(task.contentId(), task.revision());
        return verdict.filter(each -> each == Verdict.CLEAR).isPresent()
                || verdict.filter(each -> each == Verdict.REVIEW).isPresent() && onlyImagesThatWereLookedAt(task);
    }

    private boolean onlyImagesThatWereLookedAt(FlowTask task) {
        var found = screenings.findingsToAnswer(task.contentId(), task.revision());
        return !found.isEmpty()
                && found.stream()
                        .allMatch(each ->
                                each.finding().isOfWhole() && !each.answers().isEmpty());
    }

    /** They may be no reviewers: they hear that something waits, not what. */
    private Letter escalation(FlowTask task, Person reader) {
        var stage = Words.stage(task.stage());
        return Letter.to(
                        reader,
                        "A post has waited too long for " + stage,
                        List.of(
                                "A post has waited too long for " + stage + ". "
                                        + (task.assignee() == null
                                                ? "Nobody has taken the task."
                                                : "Somebody has taken the task."),
                                "Please see to it that somebody decides."))
                .doing("See where it stands", links.piece(task.contentId()));
    }
}
