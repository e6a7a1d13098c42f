package io.imprimatur.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.PolicyQuestion;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.platform.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People work at the same time, so two may decide at the same moment, or one look while another decides. */
@FlowTest
class SameMomentTest {
    private static final PolicyQuestion ADVICE = new PolicyQuestion("HEALTH_ADVICE", List.of());

    @Autowired
    ApprovalFlow flow;

    @Autowired
    FakeDesk desk;

    @Autowired
    FakeReviews reviews;

    @Autowired
    Pieces pieces;

    @Autowired
    ProcessEngine engine;

    private String policy = "";

    @BeforeEach
    void readAtTheSameTime() {
        policy = Policies.deploy(engine, ADVICE.kind(), "parallel-review");
    }

    @AfterEach
    void remove() {
        engine.getRepositoryService().deleteDeployment(policy, true);
    }

    @Test
    void whoeverIsSecondIsToldToTryAgainAndThenThePostGoesOn() {
        var id = desk.piece("author");
        flow.start(id, 1, "author", ADVICE);
        flow.submit(id, 1);
        pieces.runJobs(id);
        var legal = taken(id, "legal");
        var clinical = taken(id, "clinical");

        reviews.meanwhile(() -> CompletableFuture.runAsync(
                        () -> flow.decide(clinical.id(), "clinical", TaskDecision.APPROVE, null))
                .join());
        assertThatThrownBy(() -> flow.decide(legal.id(), "legal", TaskDecision.APPROVE, null))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("at-the-same-moment");
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                });
        assertThat(pieces.only(id).id()).isEqualTo(legal.id());

        flow.decide(legal.id(), "legal", TaskDecision.APPROVE, null);
        assertThat(flow.openTasks(id)).isEmpty();
        pieces.runJobs(id);
        flow.publicationSettled(id, 1);
        pieces.runJobs(id);
        assertThat(flow.atDraft(id)).isFalse();
    }

    @Test
    void whoLooksAtTasksWhileOneOfThemIsDoneSeesThemAsTheyWereAtOneMoment() {
        var first = pieces.takenByLegal();
        var second = pieces.takenByLegal();
        var task = pieces.only(second).id();
        var onceMore = pieces.only(first).id();

        reviews.duringALook(() -> CompletableFuture.runAsync(() -> {
                    flow.decide(task, "legal", TaskDecision.APPROVE, null);
                    flow.decide(onceMore, "legal", TaskDecision.APPROVE, null);
                })
                .join());
        assertThat(flow.tasksOf("legal")).extracting(FlowTask::id).contains(task, onceMore);
        assertThat(flow.tasksOf("legal")).extracting(FlowTask::id).doesNotContain(task, onceMore);
    }

    private FlowTask taken(UUID id, String stage) {
        var task = flow.openTasks(id).stream()
                .filter(open -> stage.equals(open.stage()))
                .findFirst()
                .orElseThrow();
        flow.claim(task.id(), stage);
        return task;
    }
}
