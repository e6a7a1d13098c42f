package io.imprimatur.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.content.ContentKind;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Walks every way through {@code fast-track.bpmn}. */
class FastTrackPathsTest extends SideBySidePaths {
    @Autowired
    TaskService tasks;

    @Override
    ShippedFlow model() {
        return ShippedFlow.FAST_TRACK;
    }

    @Override
    String afterReviews() {
        return timer();
    }

    @Override
    String timer() {
        return "hold";
    }

    @Test
    void itsReviewsStandAboveOthers() {
        var correction = begin(ContentKind.ANNOUNCEMENT, Walk.CLEAR).submit();
        assertThat(tasks.createTaskQuery()
                        .processInstanceId(correction.processInstanceId())
                        .list())
                .hasSize(2)
                .allSatisfy(task -> assertThat(task.getPriority()).isEqualTo(80));
    }
}
