package io.imprimatur.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.FlowIncident;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.platform.Refusal;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowTest
class ApprovalFlowTest {
    @Autowired
    ApprovalFlow flow;

    @Autowired
    FakeDesk desk;

    @Autowired
    FakeReviews reviews;

    @Autowired
    Captured events;

    @Autowired
    Pieces pieces;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Test
    void aDraftWaitsForItsAuthor() {
        var id = pieces.begun();

        assertThat(flow.atDraft(id)).isTrue();
        assertThat(flow.inReview(id)).isFalse();
        assertThat(flow.openTasks(id)).singleElement().satisfies(task -> {
            assertThat(task.elementId()).isEqualTo("draft");
            assertThat(task.assignee()).isEqualTo("author");
            assertThat(task.stage()).isNull();
        });
        assertThat(events.opened(id)).hasSize(1);
    }

    @Test
    void aPostGoesItsWholeWay() {
        var id = pieces.begun();
        desk.revise(id, 3);
        flow.draftRevised(id, 3, "author", Pieces.ANY);
        flow.submit(id, 3);
        assertThat(flow.inReview(id)).isTrue();
        pieces.runJobs(id);

        var legal = pieces.only(id);
        assertThat(legal.stage()).isEqualTo("legal");
        assertThat(legal.revision()).isEqualTo(3);
        assertThat(legal.candidateGroups()).containsExactly("legal");
        assertThat(legal.dueAt()).isNotNull();
        assertThat(flow.tasksOf("legal")).extracting(FlowTask::id).contains(legal.id());
        assertThat(flow.tasksOf("clinical")).extracting(FlowTask::id).doesNotContain(legal.id());
        pieces.approve(id, "legal");
        pieces.approve(id, "clinical");

        pieces.runJobs(id);
        flow.publicationSettled(id, 2);
        assertThat(running(id)).isTrue();
        flow.publicationSettled(id, 3);
        pieces.runJobs(id);
        assertThat(running(id)).isFalse();
        assertThat(reviews.of(id)).extracting(FakeReviews.Recorded::person).containsExactly("legal", "clinical");
    }

    @Test
    void aNewRevisionInterruptsTheReview() {
        var id = pieces.inLegalReview();
        pieces.approve(id, "legal");
        flow.submit(id, 2);
        pieces.runJobs(id);

        assertThat(pieces.only(id).stage()).isEqualTo("legal");
        assertThat(pieces.only(id).revision()).isEqualTo(2);
    }

    @Test
    void askedChangesLeadBackToTheAuthor() {
        var id = pieces.inLegalReview();
        var legal = pieces.only(id);
        flow.claim(legal.id(), "legal");
        flow.decide(legal.id(), "legal", TaskDecision.REQUEST_CHANGES, "Name the source.");

        assertThat(pieces.only(id).elementId()).isEqualTo("draft");
        assertThat(pieces.only(id).assignee()).isEqualTo("author");
        assertThat(flow.atDraft(id)).isTrue();
    }

    @Test
    void whatWaitsNowhereCannotBeSubmitted() {
        assertRefused(() -> flow.submit(UUID.randomUUID(), 1), "not-submittable");
    }

    @Test
    void aTaskIsTakenByOneAndGivenBack() {
        var id = pieces.inLegalReview();
        var task = pieces.only(id).id();
        flow.claim(task, "legal");

        assertRefused(() -> flow.claim(task, "legal2"), "claimed-by-another");
        assertRefused(() -> flow.release(task, "legal2"), "not-yours");
        assertRefused(() -> flow.decide(task, "legal2", TaskDecision.APPROVE, null), "claimed-by-another");

        flow.release(task, "legal");
        assertThat(pieces.only(id).assignee()).isNull();
        flow.claim(task, "legal2");
        assertThat(pieces.only(id).assignee()).isEqualTo("legal2");
    }

    @Test
    void aRefusalComesOutAsItIsAndLeavesTheTaskOpen() {
        var id = pieces.inLegalReview();
        var task = pieces.only(id).id();
        assertRefused(() -> flow.claim(task, "clinical"), "not-yours-to-decide");
        assertRefused(() -> flow.decide(task, "legal", TaskDecision.APPROVE, null), "not-claimed");
        flow.claim(task, "legal");
        assertRefused(() -> flow.decide(task, "legal", TaskDecision.REJECT, null), "reason-missing");
        assertRefused(
                () -> flow.decide(UUID.randomUUID().toString(), "legal", TaskDecision.APPROVE, null), "task-not-found");
        assertThat(pieces.only(id).id()).isEqualTo(task);
        assertThat(reviews.of(id)).isEmpty();
    }

    @Test
    void aLateTaskIsRemindedOfAndThenEscalated() {
        var id = pieces.inLegalReview();
        var timers = management
                .createJobQuery()
                .processInstanceId(Somebody.instanceOf(engine, id))
                .timers()
                .orderByJobDuedate()
                .asc()
                .list();
        assertThat(timers).hasSize(2);
        timers.forEach(timer -> management.executeJob(timer.getId()));

        assertThat(events.reminded(id)).extracting(event -> event.escalated()).containsExactly(false, true);
        assertThat(events.reminded(id).get(0).task().stage()).isEqualTo("legal");
        assertThat(pieces.only(id).candidateGroups()).containsExactly("legal");
    }

    @Test
    void anExhaustedPublicationIsAnIncidentUntilItIsResolved() {
        var id = pieces.inLegalReview();
        pieces.approve(id, "legal");
        pieces.approve(id, "clinical");
        flow.openPublishIncident(id, "too-early");
        pieces.runJobs(id);
        flow.openPublishIncident(id, "channel-refused");
        flow.openPublishIncident(id, "channel-refused");

        assertThat(incidentsOf(id)).singleElement().satisfies(incident -> {
            assertThat(incident.cause()).isEqualTo("channel-refused");
            assertThat(incident.elementId()).isEqualTo("publish");
            assertRefused(() -> flow.retry(incident.id()), "incident-not-a-job");
        });
        flow.resolvePublishIncidents(id);
        assertThat(incidentsOf(id)).isEmpty();
    }

    private List<FlowIncident> incidentsOf(UUID id) {
        return flow.incidents().stream()
                .filter(incident -> id.equals(incident.contentId()))
                .toList();
    }

    private static void assertRefused(Runnable work, String code) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private boolean running(UUID id) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id.toString())
                        .count()
                > 0;
    }
}
