package io.imprimatur.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.PolicyQuestion;
import io.imprimatur.platform.Refusal;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The release policy says which flow a post takes. */
@FlowTest
class FlowRoutesTest {
    private static final PolicyQuestion CORRECTION = new PolicyQuestion("CORRECTION", List.of("newsroom"));

    @Autowired
    ProcessEngine engine;

    @Autowired
    ApprovalFlow flow;

    @Autowired
    FakeDesk desk;

    @Autowired
    FlowAlone.Noted ledger;

    @Autowired
    Pieces pieces;

    private @Nullable String policy;

    @AfterEach
    void remove() {
        if (policy != null) {
            engine.getRepositoryService().deleteDeployment(policy, true);
        }
    }

    private void corrections(String... flows) {
        policy = Policies.deploy(engine, CORRECTION.kind(), flows);
    }

    @Test
    void everythingTakesTheStandardFlowUnlessTheHouseSaysOtherwise() {
        assertThat(keyOf(begun(CORRECTION))).isEqualTo("content-approval");
        assertThat(keyOf(begun(Pieces.ANY))).isEqualTo("content-approval");
    }

    @Test
    void aRowSendsCorrectionsThroughTheFastTrack() {
        corrections("fast-track");
        assertThat(keyOf(begun(CORRECTION))).isEqualTo("fast-track");
        assertThat(keyOf(begun(Pieces.ANY))).isEqualTo("content-approval");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "list contains(?, \"newsroom\"); newsroom; fast-track",
                "list contains(?, \"portal\"), list contains(?, \"x\"); x, newsroom; fast-track",
                "list contains(?, \"portal\"), list contains(?, \"x\"); newsroom; content-approval",
                "not(list contains(?, \"portal\"), list contains(?, \"x\")); newsroom; fast-track",
                "not(list contains(?, \"portal\"), list contains(?, \"x\")); x, newsroom; content-approval",
            })
    void aRowAsksForOneOrNoneOfSeveralChannels(String asked, String channels, String flowKey) {
        policy = Policies.deployOn(engine, CORRECTION.kind(), asked, "fast-track");
        var post = new PolicyQuestion(CORRECTION.kind(), List.of(channels.split(", ")));

        assertThat(keyOf(begun(post))).isEqualTo(flowKey);
    }

    @Test
    void ofSeveralRowsTheLastThatNamesAFlowCounts() {
        corrections("fast-track", "two-person-legal", "");
        assertThat(keyOf(begun(CORRECTION))).isEqualTo("two-person-legal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-flow", "withdrawal", "publication-question"})
    void aFlowThatIsNoneForPostsIsRefusedInASentence(String key) {
        corrections(key);
        var id = desk.piece("author");
        assertThatThrownBy(() -> flow.start(id, 1, "author", CORRECTION))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("flow-missing");
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
                })
                .hasMessageContaining(key);
        assertThat(instances(id)).isEmpty();
    }

    @Test
    void aDraftThatBecomesAnotherKindGoesOnInTheOtherFlow() {
        corrections("fast-track");
        var id = begun(Pieces.ANY);
        var before = instances(id).get(0);
        flow.draftRevised(id, 2, "author", CORRECTION);

        assertThat(keyOf(id)).isEqualTo("fast-track");
        assertThat(flow.atDraft(id)).isTrue();
        assertThat(pieces.only(id)).satisfies(draft -> {
            assertThat(draft.revision()).isEqualTo(2);
            assertThat(draft.assignee()).isEqualTo("author");
        });
        assertThat(ledger.about(id)).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("FLOW_CHANGED");
            assertThat(entry.actor()).isEqualTo("author");
            assertThat(entry.details()).containsEntry("from", before.getProcessDefinitionId());
            assertThat(entry.processDefinition()).isEqualTo(instances(id).get(0).getProcessDefinitionId());
        });
    }

    @Test
    void aDraftOfTheSameFlowStaysWhereItIs() {
        var id = begun(Pieces.ANY);
        var before = instances(id).get(0).getId();
        flow.draftRevised(id, 2, "author", CORRECTION);
        assertThat(instances(id)).extracting(ProcessInstance::getId).containsExactly(before);
        assertThat(pieces.only(id).revision()).isEqualTo(2);
        assertThat(ledger.about(id)).isEmpty();
    }

    @Test
    void aDraftThatWouldHaveNoFlowStaysAsItWas() {
        corrections("no-such-flow");
        var id = begun(Pieces.ANY);
        assertThatThrownBy(() -> flow.draftRevised(id, 2, "author", CORRECTION)).isInstanceOf(Refusal.class);
        assertThat(keyOf(id)).isEqualTo("content-approval");
        assertThat(pieces.only(id).revision()).isEqualTo(1);
    }

    @Test
    void aPostInReviewStaysInItsFlow() {
        corrections("fast-track");
        var id = begun(Pieces.ANY);
        flow.submit(id, 1);
        pieces.runJobs(id);
        flow.draftRevised(id, 2, "author", CORRECTION);
        assertThat(keyOf(id)).isEqualTo("content-approval");
        assertThat(pieces.only(id).stage()).isEqualTo("legal");
    }

    private UUID begun(PolicyQuestion post) {
        var id = desk.piece("author");
        flow.start(id, 1, "author", post);
        return id;
    }

    private String keyOf(UUID id) {
        return instances(id).get(0).getProcessDefinitionKey();
    }

    private List<ProcessInstance> instances(UUID id) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .list();
    }
}
