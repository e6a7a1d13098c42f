package io.imprimatur.mail.internal;

import io.imprimatur.content.Contents;
import io.imprimatur.identity.Person;
import io.imprimatur.mail.Notice;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Letters that tell a group where a piece has come to. They carry nothing of it: their readers may be no reviewers. */
@Component
class StepLetters {
    private final Contents contents;
    private final Times times;
    private final Links links;

    StepLetters(Contents contents, Times times, Links links) {
        this.contents = contents;
        this.times = times;
        this.links = links;
    }

    Optional<Letter> write(Notice notice, Person reader) {
        return Optional.ofNullable(notice.contentId()).flatMap(contents::find).map(piece -> {
            var post = "The " + Words.kind(piece.kind()) + " of " + times.day(piece.createdAt());
            return Letter.to(
                            reader,
                            "A post has reached \"" + notice.detail() + "\"",
                            List.of(
                                    post + " has reached the step \"" + notice.detail() + "\".",
                                    "This is for your information; nothing to do for you."))
                    .doing("See where it stands", links.piece(piece.id()));
        });
    }
}
