package io.imprimatur.review.internal;

import io.imprimatur.content.SubmissionAdvice;
import io.imprimatur.review.Reviews;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Warns an author whose piece nobody could approve. */
@Component
class ReviewerAdvice implements SubmissionAdvice {
    private final Reviews reviews;

    ReviewerAdvice(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public List<String> warnings(UUID contentId) {
        return reviews.stagesWithoutReviewer(contentId).stream()
                .map(stage -> "Nobody is left who may decide at the stage \"" + stage
                        + "\": its group has no member who did not write this post and is not needed elsewhere.")
                .toList();
    }
}
