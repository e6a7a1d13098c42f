package io.imprimatur.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.content.ContentKind;
import io.imprimatur.content.ContentState;
import io.imprimatur.review.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Walks every way through {@code two-person-legal.bpmn}. */
class TwoPersonLegalPathsTest extends ApprovalPaths {
    @Override
    ShippedFlow model() {
        return ShippedFlow.TWO_PERSON_LEGAL;
    }

    @Override
    List<String> firstReviews() {
        return List.of("legalReview");
    }

    @Override
    Walk towards(String stageName, Walk walk) {
        return stageName.equals("legal")
                ? walk.isAt("legalReview")
                : walk.approve("legal").approve("lawyer").isAt("clinicalReview");
    }

    @Override
    Walk reviewed(Walk walk) {
        return walk.isAt("legalReview")
                .approve("lawyer")
                .isAt("legalReview")
                .approve("legal")
                .isAt("clinicalReview")
                .approve("clinical");
    }

    @Override
    Walk reviewedAgain(Walk walk) {
        return walk.isAt("legalReview").approve("legal").isAt("clinicalReview").approve("clinical");
    }

    @Test
    void oneLawyerDoesNotApproveTwice() {
        var walk = at("legal").approve("legal").isAt("legalReview");
        var second = flow.openTasks(walk.contentId()).get(0).id();
        assertThatThrownBy(() -> flow.claim(second, "legal"))
                .hasMessage("You have approved this text already; now another person must.");
    }

    @Test
    void theSecondLawyerMayAskForChangesAfterTheFirstApproved() {
        var walk = at("legal").approve("legal").askChanges("lawyer").isAt("draft");
        assertThat(state(walk)).isEqualTo(ContentState.DRAFT);
        walk.submit().isAt("legalReview").approve("legal").isAt("legalReview").approve("lawyer");
        walk.isAt("clinicalReview").approve("clinical").published();
        assertThat(state(walk)).isEqualTo(ContentState.PUBLISHED);
    }

    @Test
    void bothLawyersStandInTheRecord() {
        var walk = reviewed(begin(ContentKind.ANNOUNCEMENT, Walk.CLEAR).submit());
        assertThat(reviews.decisions(walk.contentId()))
                .extracting(Decision::person)
                .containsExactly("lawyer", "legal", "clinical");
    }
}
