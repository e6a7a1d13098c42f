package io.imprimatur.mail.internal;

import io.imprimatur.flow.TaskDecision;
import io.imprimatur.identity.People;
import io.imprimatur.identity.Person;
import io.imprimatur.mail.Notice;
import io.imprimatur.mail.decision.Answer.Code;
import io.imprimatur.mail.decision.MailRequest;
import io.imprimatur.mail.decision.Requests;
import io.imprimatur.mail.decision.Standings;
import io.imprimatur.review.Decision;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers to mails: what became of each, in words. They carry no content. */
@Component
class AnswerLetters {
    private static final Set<Code> TRY_AGAIN =
            EnumSet.of(Code.REASON_MISSING, Code.CONFLICTING, Code.REMARK_KEPT, Code.REMARK_REFUSED, Code.NOTHING_READ);

    private static final Set<Code> PAGE = EnumSet.of(Code.PENDING, Code.NOT_PROVEN, Code.PAGE_ONLY, Code.NOT_ALLOWED);

    private final Requests requests;
    private final Standings standings;
    private final People people;
    private final Times times;
    private final Links links;

    AnswerLetters(Requests requests, Standings standings, People people, Times times, Links links) {
        this.requests = requests;
        this.standings = standings;
        this.people = people;
        this.times = times;
        this.links = links;
    }

    Optional<Letter> write(Notice notice, Person reader) {
        if (notice.answer() == null) {
            return Optional.empty();
        }
        var code = Code.valueOf(notice.answer());
        var request = requests.latest(notice.taskId(), reader.id());
        var said = said(code, notice, request.orElse(null));
        var letter = Letter.to(reader, said.subject, said.paragraphs).answering(notice.inReplyTo());
        return Optional.of(request.filter(open -> TRY_AGAIN.contains(code) || PAGE.contains(code))
                .flatMap(open -> requests.reissue(open.id()))
                .map(tickets -> withWay(letter, code, tickets))
                .orElseGet(() -> letter.doing("See your tasks", links.tasks())));
    }

    private Letter withWay(Letter letter, Code code, Requests.Tickets tickets) {
        var page = links.decide(tickets.link());
        if (code == Code.PENDING) {
            return letter.doing("See it, or undo it", page);
        }
        var withPage = letter.doing("Read and decide on the page", page);
        return TRY_AGAIN.contains(code) && tickets.reply() != null
                ? withPage.answeredBy(tickets.reply(), HowToReply.LINES)
                : withPage;
    }

    private Said said(Code code, Notice notice, @Nullable MailRequest request) {
        var stage = Words.stage(notice.stage());
        return switch (code) {
            case DECIDED -> new Said("Your decision counts", done(request, stage));
            case PENDING ->
                new Said(
                        "Your decision is noted",
                        pending(request, stage) + " Until then nobody else can work on it, and you can undo it.");
            case ALREADY_DECIDED -> new Said("It was decided already", already(request, stage));
            case EXPIRED ->
                new Said(
                        "Your answer came too late",
                        "The message that you answered can no longer be answered. Nothing was decided by it.");
            case CHANGED ->
                new Said(
                        "The post has changed since",
                        "The author has changed the post since that message was sent, so your answer counts for nothing."
                                + " If it needs your review again, you have got a new message.");
            case ENDED ->
                new Said("There is nothing to decide any more", "The task ended without a decision at " + stage + ".");
            case TAKEN ->
                new Said(
                        "A colleague works on it",
                        "Somebody else has taken the task, so only they can decide. Nothing was decided by your answer.");
            case NOT_YOURS ->
                new Said(
                        "That message was sent to somebody else",
                        "Only the person who got a message can decide by answering it. If you may review the post, you"
                                + " find it among your tasks.");
            case NOT_PROVEN ->
                new Said(
                        "Please decide on the page",
                        "A mail came in your name, but nothing proves that it was you who sent it, so nothing was decided."
                                + " If it was you, please decide on the page. If it was not, please tell those who run your"
                                + " mail.");
            case PAGE_ONLY ->
                new Said(
                        "Please decide on the page",
                        "This cannot be decided by replying, so nothing was decided. Please use the page.");
            case NOT_ALLOWED ->
                new Said(
                        "Your decision could not be taken",
                        notice.detail() == null ? "It cannot be decided in this way." : notice.detail());
            case REASON_MISSING ->
                new Said(
                        "Please give a reason",
                        "Nothing was decided yet: this decision needs a reason, so that the author and the record can tell"
                                + " why.");
            case CONFLICTING ->
                new Said("Please say it once more", "Your answer can be read in two ways, so nothing was decided.");
            case REMARK_KEPT ->
                new Said(
                        "Your remark was kept",
                        "No decision was found in your answer, so nothing was decided. What you wrote was kept as a remark on"
                                + " the task.");
            case REMARK_REFUSED ->
                new Said(
                        "Nothing was decided",
                        "No decision was found in your answer. What you wrote may identify a patient, so it was not kept as a"
                                + " remark either.");
            case NOTHING_READ -> new Said("Nothing was decided", "No words of yours were found in your answer.");
            case UNKNOWN ->
                new Said(
                        "What is it about?",
                        "Your mail could not be matched with anything that waits for a decision. Please answer the message"
                                + " that asked you, or decide among your tasks.");
        };
    }

    private String done(@Nullable MailRequest request, String stage) {
        return request == null
                ? "It was entered."
                : standings
                        .decided(request)
                        .map(made -> "In " + stage + " you " + decided(made.decision()) + ". It was entered on "
                                + times.said(made.at()) + ", as if you had decided in Tasklist.")
                        .orElse("It was entered.");
    }

    private String pending(@Nullable MailRequest request, String stage) {
        if (request == null || request.dueAt() == null || request.decision() == null) {
            return "It was decided.";
        }
        return "In " + stage + " you " + decided(request.decision()) + ". It counts from " + times.said(request.dueAt())
                + " on.";
    }

    private String already(@Nullable MailRequest request, String stage) {
        var made = request == null ? Optional.<Decision>empty() : standings.decided(request);
        return made.map(decision -> people.displayName(decision.person()) + " " + decided(decision.decision()) + " in "
                        + stage + " on " + times.said(decision.at()) + ". Your answer changed nothing.")
                .orElse("It was decided already. Your answer changed nothing.");
    }

    private static String decided(TaskDecision decision) {
        return switch (decision) {
            case APPROVE -> "approved the post";
            case REQUEST_CHANGES -> "asked for changes";
            case REJECT -> "rejected the post";
        };
    }

    private record Said(String subject, List<String> paragraphs) {
        Said(String subject, String paragraph) {
            this(subject, List.of(paragraph));
        }
    }
}
