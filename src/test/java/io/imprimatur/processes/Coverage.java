package io.imprimatur.processes;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * Reads from the engine's history which elements and sequence flows were walked. History knows no flows: a flow is walked
 * for sure when it is its source's only way out, or its target's only way in, and that element was reached; or when its
 * target followed its source directly in the same scope.
 */
final class Coverage {
    private final BpmnModelInstance model;
    private final Set<String> reached = new HashSet<>();
    private final Set<String> followed = new HashSet<>();

    Coverage(BpmnModelInstance model, HistoryService history, Collection<String> processInstances) {
        this.model = model;
        for (var instance : processInstances) {
            var steps = history.createHistoricActivityInstanceQuery()
                    .processInstanceId(instance)
                    .orderPartiallyByOccurrence()
                    .asc()
                    .list();
            steps.forEach(step -> reached.add(elementOf(step)));
            steps.stream()
                    .map(HistoricActivityInstance::getParentActivityInstanceId)
                    .distinct()
                    .forEach(scope -> follow(steps.stream()
                            .filter(step -> step.getParentActivityInstanceId().equals(scope))
                            .map(Coverage::elementOf)
                            .filter(this::onTheMainWay)
                            .toList()));
        }
    }

    private void follow(List<String> elements) {
        for (var i = 1; i < elements.size(); i++) {
            followed.add(elements.get(i - 1) + ">" + elements.get(i));
        }
    }

    /** Reminders and escalations run beside it. */
    private boolean onTheMainWay(String element) {
        var node = (FlowNode) model.getModelElementById(element);
        return !isReminder(node) && node.getPreviousNodes().list().stream().noneMatch(Coverage::isReminder);
    }

    private static boolean isReminder(FlowNode node) {
        return node instanceof BoundaryEvent boundary && !boundary.cancelActivity();
    }

    private static String elementOf(HistoricActivityInstance step) {
        return step.getActivityId().replace("#multiInstanceBody", "");
    }

    Set<String> elementsNotReached() {
        var missing = new TreeSet<String>();
        model.getModelElementsByType(FlowNode.class).stream()
                .map(FlowNode::getId)
                .filter(id -> !reached.contains(id))
                .forEach(missing::add);
        return missing;
    }

    Set<String> flowsNotWalked() {
        var missing = new TreeSet<String>();
        model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> !walked(flow))
                .map(SequenceFlow::getId)
                .forEach(missing::add);
        return missing;
    }

    private boolean walked(SequenceFlow flow) {
        var source = flow.getSource();
        var target = flow.getTarget();
        var onlyWayOut = source.getOutgoing().size() == 1 && reached.contains(source.getId());
        var onlyWayIn = target.getIncoming().size() == 1 && reached.contains(target.getId());
        return onlyWayOut || onlyWayIn || followed.contains(source.getId() + ">" + target.getId());
    }
}
