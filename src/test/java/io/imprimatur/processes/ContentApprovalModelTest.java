package io.imprimatur.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.flow.ContentApproval;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;

/** The model as a manager sees it, and the forms that it names. */
class ContentApprovalModelTest {
    private static final BpmnModelInstance MODEL =
            Bpmn.readModelFromFile(Path.of("processes/content-approval.bpmn").toFile());

    @Test
    void everyElementHasANameInWords() {
        assertThat(MODEL.getModelElementsByType(FlowNode.class))
                .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).isNotBlank());
    }

    @Test
    void everyElementAndFlowIsDrawn() {
        assertThat(MODEL.getModelElementsByType(FlowNode.class))
                .allSatisfy(node ->
                        assertThat(node.getDiagramElement()).as(node.getId()).isNotNull());
        assertThat(MODEL.getModelElementsByType(SequenceFlow.class))
                .allSatisfy(flow ->
                        assertThat(flow.getDiagramElement()).as(flow.getId()).isNotNull());
    }

    @Test
    void noTwoFlowsCross() {
        var lines = lines();
        lines.forEach((one, its) -> lines.tailMap(one, false)
                .forEach((other, theirs) -> its.forEach(a -> theirs.forEach(b -> assertThat(a.intersectsLine(b))
                        .as("%s crosses %s", one, other)
                        .isFalse()))));
    }

    @Test
    void noLabelLiesOnAnotherLabelOrOnAnElement() {
        var labels = labels();
        labels.forEach((one, label) -> {
            labels.tailMap(one, false).forEach((other, its) -> assertThat(label.intersects(its))
                    .as("the label of %s lies on that of %s", one, other)
                    .isFalse());
            shapes().forEach((element, shape) -> assertThat(label.intersects(shape))
                    .as("the label of %s lies on %s", one, element)
                    .isFalse());
        });
    }

    @Test
    void noLabelLiesOnAFlow() {
        var labels = labels();
        lines().forEach((flow, its) ->
                its.forEach(line -> labels.forEach((one, label) -> assertThat(line.intersects(label))
                        .as("the label of %s lies on %s", one, flow)
                        .isFalse())));
    }

    @Test
    void noDecisionHasAWayThatIsTakenWithoutAnAnswer() {
        var decisions = MODEL.getModelElementsByType(ExclusiveGateway.class).stream()
                .filter(gateway -> gateway.getId().endsWith("Decision"))
                .toList();
        assertThat(decisions).hasSize(4).allSatisfy(gateway -> {
            assertThat(gateway.getDefault()).isNull();
            assertThat(gateway.getOutgoing()).hasSize(3).allSatisfy(flow -> assertThat(flow.getConditionExpression())
                    .isNotNull());
        });
    }

    @Test
    void theContractsElementsAreThere() {
        assertThat(List.of(
                        ContentApproval.Elements.DRAFT,
                        ContentApproval.Elements.SCREEN,
                        ContentApproval.Elements.PRIVACY_REVIEW,
                        ContentApproval.Elements.LEGAL_REVIEW,
                        ContentApproval.Elements.CLINICAL_REVIEW,
                        ContentApproval.Elements.FURTHER_REVIEW,
                        ContentApproval.Elements.SCHEDULE,
                        ContentApproval.Elements.PUBLISH,
                        ContentApproval.Elements.VERIFY_LIVE))
                .allSatisfy(id -> assertThat((BpmnModelElementInstance) MODEL.getModelElementById(id))
                        .as(id)
                        .isNotNull());
    }

    @Test
    void everyReviewAsksForADecisionAndAReasonUnderThePost() throws IOException {
        for (var task : MODEL.getModelElementsByType(UserTask.class)) {
            var form = form(task);
            var html = component(form, "html", null).path("content").asText();
            if (task.getId().equals(ContentApproval.Elements.DRAFT)) {
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

    private static TreeMap<String, List<Line2D>> lines() {
        var lines = new TreeMap<String, List<Line2D>>();
        for (var edge : MODEL.getModelElementsByType(BpmnEdge.class)) {
            var points = List.copyOf(edge.getWaypoints());
            var segments = new ArrayList<Line2D>();
            for (var i = 1; i < points.size(); i++) {
                segments.add(segment(points.get(i - 1), points.get(i), i == 1, i == points.size() - 1));
            }
            lines.put(edge.getBpmnElement().getId(), segments);
        }
        return lines;
    }

    /** Flows that leave or reach the same element meet there: their ends are cut off. */
    private static Line2D segment(Waypoint from, Waypoint to, boolean first, boolean last) {
        var dx = Math.signum(to.getX() - from.getX());
        var dy = Math.signum(to.getY() - from.getY());
        return new Line2D.Double(
                from.getX() + (first ? dx : 0),
                from.getY() + (first ? dy : 0),
                to.getX() - (last ? dx : 0),
                to.getY() - (last ? dy : 0));
    }

    private static TreeMap<String, Rectangle2D> labels() {
        var labels = new TreeMap<String, Rectangle2D>();
        for (var shape : MODEL.getModelElementsByType(BpmnShape.class)) {
            put(labels, shape.getBpmnElement().getId(), shape.getBpmnLabel());
        }
        for (var edge : MODEL.getModelElementsByType(BpmnEdge.class)) {
            put(labels, edge.getBpmnElement().getId(), edge.getBpmnLabel());
        }
        return labels;
    }

    private static void put(Map<String, Rectangle2D> labels, String id, BpmnLabel label) {
        if (label != null) {
            labels.put(id, rectangle(label.getBounds()));
        }
    }

    private static Map<String, Rectangle2D> shapes() {
        var shapes = new TreeMap<String, Rectangle2D>();
        for (var shape : MODEL.getModelElementsByType(BpmnShape.class)) {
            if (!shape.isExpanded()) {
                shapes.put(shape.getBpmnElement().getId(), rectangle(shape.getBounds()));
            }
        }
        return shapes;
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
