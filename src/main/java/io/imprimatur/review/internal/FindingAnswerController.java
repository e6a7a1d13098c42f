package io.imprimatur.review.internal;

import io.imprimatur.identity.CurrentPerson;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code PUT /api/contents/{id}/findings/{findingId}/answer}. */
@RestController
class FindingAnswerController {
    private final FindingAnswers answers;
    private final CurrentPerson current;

    FindingAnswerController(FindingAnswers answers, CurrentPerson current) {
        this.answers = answers;
        this.current = current;
    }

    /** @param reason why the finding may go out; names no patient */
    record Answer(@NotBlank String reason) {}

    @PutMapping("/api/contents/{contentId}/findings/{findingId}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable UUID contentId, @PathVariable UUID findingId, @Valid @RequestBody Answer answer) {
        answers.answer(
                contentId, findingId, current.require().id(), answer.reason().strip());
    }
}
