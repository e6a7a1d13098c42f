package io.imprimatur.mail.internal;

import io.imprimatur.content.Contents;
import io.imprimatur.identity.Person;
import io.imprimatur.mail.Notice;
import io.imprimatur.publishing.Publication;
import io.imprimatur.publishing.Publications;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Letters to authors about what became of their piece. They carry neither its text nor anybody's reason, only links. */
@Component
class OutcomeLetters {
    private final Contents contents;
    private final Publications publications;
    private final Times times;
    private final Links links;

    OutcomeLetters(Contents contents, Publications publications, Times times, Links links) {
        this.contents = contents;
        this.publications = publications;
        this.times = times;
        this.links = links;
    }

    Optional<Letter> write(Notice notice, Person reader) {
        return Optional.ofNullable(notice.contentId()).flatMap(contents::find).map(piece -> {
            var post = "your " + Words.kind(piece.kind()) + " of " + times.day(piece.createdAt());
            var said = said(notice, post);
            return Letter.to(reader, said.subject, said.paragraphs)
                    .doing("Open the piece", links.piece(piece.id()))
                    .naming(live(notice));
        });
    }

    private static Said said(Notice notice, String post) {
        var stage = Words.stage(notice.stage());
        return switch (notice.kind()) {
            case BLOCKED ->
                new Said(
                        "Your post came back from screening",
                        "Screening found something in " + post
                                + " that may identify a patient, so it came back to you.",
                        "Open it to see each place and what you can do. If you hold that it may go out, say why when you"
                                + " submit it again.");
            case APPROVED ->
                new Said(
                        "Your post passed " + stage,
                        "Good news: " + post + " passed " + stage + ".",
                        "Nothing to do for you.");
            case CHANGES_REQUESTED ->
                new Said(
                        "Please change your post",
                        "In " + stage + " changes were asked for in " + post + ".",
                        "The reason waits for you with the piece. Change it and submit it again.");
            case REJECTED ->
                new Said(
                        "Your post was rejected",
                        "In " + stage + " " + post + " was rejected. It will not be published.",
                        "The reason waits for you with the piece.");
            case RELEASE_REFUSED ->
                new Said(
                        "Your post was not published",
                        "At the moment of publishing an approval was missing for " + post + ", so it came back to you.",
                        "Open it to see what is missing, and submit it again.");
            case WITHDRAWN ->
                new Said(
                        "Your post was taken down",
                        "Somebody of compliance or a manager had " + post
                                + " taken down; it is gone from every channel.",
                        "To publish it again, begin a new piece.");
            case PARTLY_PUBLISHED ->
                new Said(
                        "Your post is published in part",
                        "One of the channels has taken " + post + "; another has not. A manager sees the incident.",
                        "Nothing to do for you.");
            default ->
                new Said("Your post is published", "It is out: " + post + " is published.", "Nothing to do for you.");
        };
    }

    private List<Letter.Link> live(Notice notice) {
        if (notice.kind() != Notice.Kind.PUBLISHED && notice.kind() != Notice.Kind.PARTLY_PUBLISHED) {
            return List.of();
        }
        var live = new ArrayList<Letter.Link>();
        publications.ofContent(Objects.requireNonNull(notice.contentId())).stream()
                .filter(publication -> Objects.equals(publication.revision(), notice.revision()))
                .map(Publication::url)
                .filter(Objects::nonNull)
                .map(links::live)
                .forEach(url -> live.add(new Letter.Link(url, url)));
        return live;
    }

    private record Said(String subject, List<String> paragraphs) {
        Said(String subject, String first, String second) {
            this(subject, List.of(first, second));
        }
    }
}
