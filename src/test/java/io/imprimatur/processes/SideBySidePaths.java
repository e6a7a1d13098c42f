package io.imprimatur.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.imprimatur.content.ContentKind;
import io.imprimatur.content.ContentState;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.review.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks every way through a flow in which lawyer and clinician read at the same time. */
abstract class SideBySidePaths extends ApprovalPaths {
    @Override
    List<String> firstReviews() {
        return List.of("legalReview", "clinicalReview");
    }

    @Override
    Walk towards(String stageName, Walk walk) {
        return walk.isAt("legalReview", "clinicalReview");
    }

    @Override
    Walk reviewed(Walk walk) {
        return walk.isAt("legalReview", "clinicalReview").approve("clinical").approve("legal");
    }

    @Override
    Walk changesAsked(String stageName, Walk walk) {
        var back = walk.askChanges(reviewerOf(stageName));
        return switch (stageName) {
            case "legal" -> back.isAt("clinicalReview").approve("clinical").isAt("draft");
            case "clinical" -> back.isAt("legalReview").approve("legal").isAt("draft");
            default -> back.isAt("draft");
        };
    }

    @Test
    void whenOneAsksForChangesTheOtherIsStillHeardAndTheAuthorGetsBoth() {
        var walk = at("legal").askChanges("legal").isAt("clinicalReview");
        assertThat(state(walk)).isEqualTo(ContentState.IN_REVIEW);
        walk.askChanges("clinical").isAt("draft");

        assertThat(state(walk)).isEqualTo(ContentState.DRAFT);
        assertThat(reviews.decisions(walk.contentId()))
                .extracting(Decision::stage, Decision::decision)
                .containsExactly(
                        tuple("legal", TaskDecision.REQUEST_CHANGES), tuple("clinical", TaskDecision.REQUEST_CHANGES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"legal", "clinical"})
    void whenOneRejectsTheOtherNeedNotReadOn(String stageName) {
        var other = stageName.equals("legal") ? "clinical" : "legal";
        var walk = at(stageName).askChanges(other).reject(stageName);

        assertThat(walk.ended()).isTrue();
        assertThat(flow.openTasks(walk.contentId())).isEmpty();
        assertThat(state(walk)).isEqualTo(ContentState.REJECTED);
    }

    @Test
    void aNewRevisionTakesTheHalfOfTheApprovalsThatWasThere() {
        var walk = begin(ContentKind.ANNOUNCEMENT, Walk.CLEAR)
                .submit()
                .approve("legal")
                .isAt("clinicalReview");
        walk.revise(Walk.CLEAR + " Parking is free.").isAt("legalReview", "clinicalReview");
        walk.approve("clinical").isAt("legalReview").approve("legal").published();
        assertThat(state(walk)).isEqualTo(ContentState.PUBLISHED);
    }
}
