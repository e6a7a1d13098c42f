package io.imprimatur.processes;

/** Walks every way through {@code parallel-review.bpmn}. */
class ParallelReviewPathsTest extends SideBySidePaths {
    @Override
    ShippedFlow model() {
        return ShippedFlow.PARALLEL_REVIEW;
    }
}
