package io.imprimatur.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.PolicyQuestion;
import io.imprimatur.flow.PublicationFlows;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.testing.AroundTheGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A flow that another one calls is a part of it: what people do in it counts, and nobody begins it alone. */
@FlowTest
class CalledFlowsTest {
    private static final PolicyQuestion PROMOTION = new PolicyQuestion("PROMOTION", List.of("newsroom"));

    @Autowired
    ProcessEngine engine;

    @Autowired
    ApprovalFlow flow;

    @Autowired
    PublicationFlows publications;

    @Autowired
    FakeDesk desk;

    @Autowired
    Pieces pieces;

    RuntimeService runtime;
    private final List<String> deployed = new ArrayList<>();

    @BeforeEach
    void deploy() throws IOException {
        runtime = engine.getRuntimeService();
        var files = new HashMap<String, String>();
        for (var name : List.of("calling", "called-reviews", "calling-all", "called-all", "calling-blind")) {
            files.put(
                    name + ".bpmn",
                    Files.readString(Path.of("src/test/resources/bpmn/calls").resolve(name + ".bpmn")));
        }
        deployed.add(AroundTheGate.deploy(engine, files));
    }

    @AfterEach
    void remove() {
        deployed.forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
    }

    private UUID begun(String key) {
        deployed.add(Policies.deploy(engine, PROMOTION.kind(), key));
        var id = desk.piece("author");
        flow.start(id, 1, "author", PROMOTION);
        return id;
    }

    private UUID inReview() {
        var id = begun("calling");
        flow.submit(id, 1);
        pieces.runJobs(id);
        return id;
    }

    @Test
    void aCalledFlowHasThePieceOfItsCaller() {
        var id = inReview();
        assertThat(instances(id))
                .extracting(ProcessInstance::getProcessDefinitionKey)
                .containsExactlyInAnyOrder("calling", "called-reviews");
        assertThat(pieces.only(id)).satisfies(task -> {
            assertThat(task.stage()).isEqualTo("legal");
            assertThat(task.contentId()).isEqualTo(id);
            assertThat(task.candidateGroups()).containsExactly("legal");
            assertThat(task.dueAt()).isNotNull();
        });
        assertThat(flow.tasksOf("legal")).extracting(FlowTask::contentId).contains(id);
    }

    @Test
    void anOutcomeOfACalledFlowComesBackToItsCaller() {
        var id = inReview();
        pieces.approve(id, "legal");
        var caller = instances(id);
        assertThat(caller).hasSize(1);
        assertThat(runtime.getVariable(caller.get(0).getId(), "legalOutcome")).isEqualTo("APPROVED");
        pieces.runJobs(id);
        flow.publicationSettled(id, 1);
        assertThat(instances(id)).isEmpty();
    }

    @Test
    void changesAskedInACalledFlowLeadToTheCallersDraft() {
        var id = inReview();
        var task = pieces.only(id);
        flow.claim(task.id(), "legal");
        flow.decide(task.id(), "legal", TaskDecision.REQUEST_CHANGES, "Name the source.");
        assertThat(flow.atDraft(id)).isTrue();
        assertThat(pieces.only(id).assignee()).isEqualTo("author");
        assertThat(instances(id)).hasSize(1);
    }

    @Test
    void aNewRevisionEndsTheCalledFlowAndCallsItAnew() {
        var id = inReview();
        var before = pieces.only(id);
        assertThat(flow.inReview(id)).isTrue();
        flow.submit(id, 2);
        pieces.runJobs(id);
        assertThat(pieces.only(id).id()).isNotEqualTo(before.id());
        assertThat(pieces.only(id).revision()).isEqualTo(2);
        assertThat(instances(id)).hasSize(2);
    }

    @Test
    void draftAndPublicationMayBeInTheCalledFlow() {
        var id = begun("calling-all");
        assertThat(flow.atDraft(id)).isTrue();
        assertThat(pieces.only(id).assignee()).isEqualTo("author");
        desk.revise(id, 4);
        flow.draftRevised(id, 4, "author", PROMOTION);
        assertThat(pieces.only(id).revision()).isEqualTo(4);
        flow.submit(id, 4);
        assertThat(instances(id)).allSatisfy(instance -> assertThat(runtime.getVariable(instance.getId(), "revision"))
                .isEqualTo(4));
        flow.publicationSettled(id, 4);
        assertThat(instances(id)).hasSize(2);
        pieces.runJobs(id);
        flow.publicationSettled(id, 3);
        assertThat(instances(id)).hasSize(2);
        flow.publicationSettled(id, 4);
        assertThat(instances(id)).hasSize(1);
        pieces.runJobs(id);
        assertThat(instances(id)).isEmpty();
    }

    @Test
    void anIncidentIsOpenedWhereTheCalledFlowWaits() {
        var id = begun("calling-all");
        flow.submit(id, 1);
        pieces.runJobs(id);
        flow.openPublishIncident(id, "channel-refused");
        assertThat(flow.incidents().stream().filter(incident -> id.equals(incident.contentId())))
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.block()).isEqualTo("publish");
                    assertThat(incident.step()).isEqualTo("Send");
                });
        flow.resolvePublishIncidents(id);
        assertThat(flow.incidents().stream().filter(incident -> id.equals(incident.contentId())))
                .isEmpty();
    }

    @Test
    void aWithdrawalEndsTheCallerAndWhatItCalled() {
        var id = inReview();
        publications.cancelApproval(id);
        assertThat(instances(id)).isEmpty();
        assertThat(flow.openTasks(id)).isEmpty();
    }

    @Test
    void aPieceIsTakenOutOfACalledFlowTooWhenThePolicyNamesAnother() {
        var id = begun("calling-all");
        flow.draftRevised(id, 2, "author", Pieces.ANY);
        assertThat(instances(id))
                .extracting(ProcessInstance::getProcessDefinitionKey)
                .containsExactly("content-approval");
        assertThat(pieces.only(id).revision()).isEqualTo(2);
    }

    @Test
    void aFlowThatIsCalledWithoutThePieceDoesNotBegin() {
        deployed.add(Policies.deploy(engine, PROMOTION.kind(), "calling-blind"));
        var id = desk.piece("author");
        assertThatThrownBy(() -> flow.start(id, 1, "author", PROMOTION)).isInstanceOf(IllegalStateException.class);
        assertThat(instances(id)).isEmpty();
    }

    @Test
    void nobodyBeginsACalledFlowOrItsCallerFromOutside() {
        deployed.add(Policies.deploy(engine, PROMOTION.kind(), "calling"));
        for (var key : List.of("called-reviews", "called-all", "calling")) {
            for (var person : List.of("author", "manager", "admin")) {
                new Somebody(engine, person).does(() -> assertThatThrownBy(
                                () -> runtime.startProcessInstanceByKey(key, Map.of("kind", "PROMOTION")))
                        .isInstanceOf(AuthorizationException.class));
            }
        }
    }

    private List<ProcessInstance> instances(UUID id) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .list();
    }
}
