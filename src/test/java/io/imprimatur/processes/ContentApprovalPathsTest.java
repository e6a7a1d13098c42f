package io.imprimatur.processes;

import java.util.List;

/** Walks every way through {@code content-approval.bpmn}. */
class ContentApprovalPathsTest extends ApprovalPaths {
    @Override
    ShippedFlow model() {
        return ShippedFlow.STANDARD;
    }

    @Override
    List<String> firstReviews() {
        return List.of("legalReview");
    }

    @Override
    Walk towards(String stageName, Walk walk) {
        return stageName.equals("legal")
                ? walk.isAt("legalReview")
                : walk.approve("legal").isAt("clinicalReview");
    }

    @Override
    Walk reviewed(Walk walk) {
        return walk.isAt("legalReview").approve("legal").isAt("clinicalReview").approve("clinical");
    }
}
