package io.imprimatur.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped approval flows as a manager sees them, and the forms that they name. */
class ApprovalModelsTest {
    @ParameterizedTest
    @MethodSource("io.imprimatur.processes.ShippedFlow#approvals")
    void everyElementHasANameInWords(ShippedFlow flow) {
        assertThat(flow.model().getModelElementsByType(FlowNode.class))
                .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("io.imprimatur.processes.ShippedFlow#approvals")
    void everyElementAndFlowIsDrawn(ShippedFlow flow) {
        assertThat(flow.model().getModelElementsByType(FlowNode.class))
                .allSatisfy(node ->
                        assertThat(node.getDiagramElement()).as(node.getId()).isNotNull());
        assertThat(flow.model().getModelElementsByType(SequenceFlow.class))
                .allSatisfy(each ->
                        assertThat(each.getDiagramElement()).as(each.getId()).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("io.imprimatur.processes.ShippedFlow#approvals")
    void noTwoFlowsCross(ShippedFlow flow) {
        var lines = new Picture(flow.model()).lines();
        lines.forEach((one, its) -> lines.tailMap(one, false)
                .forEach((other, theirs) -> its.forEach(a -> theirs.forEach(b -> assertThat(a.intersectsLine(b))
                        .as("%s crosses %s", one, other)
                        .isFalse()))));
    }

    @ParameterizedTest
    @MethodSource("io.imprimatur.processes.ShippedFlow#approvals")
    void noLabelLiesOnAnotherLabelOrOnAnElement(ShippedFlow flow) {
        var picture = new Picture(flow.model());
        var labels = picture.labels();
        labels.forEach((one, label) -> {
            labels.tailMap(one, false).forEach((other, its) -> assertThat(label.intersects(its))
                    .as("the label of %s lies on that of %s", one, other)
                    .isFalse());
            picture.shapes().forEach((element, shape) -> assertThat(label.intersects(shape))
                    .as("the label of %s lies on %s", one, element)
                    .isFalse());
        });
    }

    @ParameterizedTest
    @MethodSource("io.imprimatur.processes.ShippedFlow#approvals")
    void noLabelLiesOnAFlow(ShippedFlow flow) {
        var picture = new Picture(flow.model());
        var labels = picture.labels();
        picture.lines()
                .forEach((each, its) ->
                        its.forEach(line -> labels.forEach((one, label) -> assertThat(line.intersects(label))
                                .as("the label of %s lies on %s", one, each)
                                .isFalse())));
    }

    @ParameterizedTest
    @MethodSource("io.imprimatur.processes.ShippedFlow#approvals")
    void noWayToApprovalIsTakenWithoutAnAnswer(ShippedFlow flow) {
        var decisions = flow.model().getModelElementsByType(ExclusiveGateway.class).stream()
                .filter(gateway -> gateway.getId().endsWith("Decision"))
                .toList();
        assertThat(decisions).hasSizeGreaterThan(2).allSatisfy(gateway -> {
            assertThat(gateway.getDefault()).isNull();
            assertThat(gateway.getOutgoing()).hasSizeGreaterThan(1).allSatisfy(each -> assertThat(
                            each.getConditionExpression())
                    .isNotNull());
        });
    }

    @ParameterizedTest
    @MethodSource("io.imprimatur.processes.ShippedFlow#approvals")
    void onlyTheStandardFlowIsOfferedInTasklist(ShippedFlow flow) {
        assertThat(flow.process().isCamundaStartableInTasklist()).isEqualTo(flow == ShippedFlow.STANDARD);
    }

    @ParameterizedTest
    @MethodSource("io.imprimatur.processes.ShippedFlow#approvals")
    void everyReviewAsksForADecisionAndAReasonUnderThePost(ShippedFlow flow) throws IOException {
        for (var task : flow.model().getModelElementsByType(UserTask.class)) {
            var form = form(task);
            var html = component(form, "html", null).path("content").asText();
            if (ShippedFlow.stageOf(task).isEmpty()) {
                assertThat(html).contains("<div id=\"imprimatur-compose-{{contentId}}\"");
                continue;
            }
            assertThat(html).contains("<div id=\"imprimatur-review-{{contentId}}\"");
            assertThat(component(form, "radio", "decision").path("values").findValuesAsText("value"))
                    .containsExactly("APPROVE", "REQUEST_CHANGES", "REJECT");
            assertThat(component(form, "textarea", "reason")
                            .at("/validate/maxLength")
                            .asInt())
                    .isEqualTo(2000);
        }
    }

    private static JsonNode form(UserTask task) throws IOException {
        var form = new ObjectMapper().readTree(Files.readString(Path.of("forms", task.getCamundaFormRef() + ".form")));
        assertThat(form.path("id").asText()).isEqualTo(task.getCamundaFormRef());
        assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
        return form;
    }

    private static JsonNode component(JsonNode form, String type, String key) {
        for (var component : form.path("components")) {
            if (component.path("type").asText().equals(type)
                    && (key == null || component.path("key").asText().equals(key))) {
                return component;
            }
        }
        throw new AssertionError("no " + type + " " + key);
    }
}
