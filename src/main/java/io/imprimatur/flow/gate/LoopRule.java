package io.imprimatur.flow.gate;

import io.imprimatur.flow.ContentApproval.Stages;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Several instances: a fixed number, or one for each stage that the policy adds. */
final class LoopRule implements ElementRule {
    private static final Set<String> REPEATED = Set.of("userTask", "subProcess", "callActivity");
    private static final String COLLECTION = "${stages.of(furtherStages)}";
    private static final Pattern COUNT = Pattern.compile("[1-9]");
    private static final Set<String> COUNTED = Set.of("nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

    private final ExpressionGrammar grammar;

    LoopRule(ExpressionGrammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public void check(Element element, Findings findings) {
        switch (element.getLocalName()) {
            case "multiInstanceLoopCharacteristics" -> checkLoop(element, findings);
            case "loopCardinality" -> {
                if (!COUNT.matcher(text(element)).matches()) {
                    findings.add("multi-instance", element, "Name a fixed number of instances from 1 to 9.");
                }
            }
            case "conditionExpression" -> {
                if (readsCounters(element)) {
                    findings.add("multi-instance", element, "How many instances there are is no condition of a way.");
                }
            }
            case "completionCondition" -> checkCompletion(element, findings);
            default -> {
                // no loop
            }
        }
    }

    private static void checkLoop(Element loop, Findings findings) {
        var collection = loop.getAttributeNS(BpmnNames.CAMUNDA, "collection");
        var counts =
                loop.getElementsByTagNameNS(BpmnNames.MODEL, "loopCardinality").getLength() > 0;
        if (counts != collection.isEmpty() || !(collection.isEmpty() || collection.equals(COLLECTION))) {
            findings.add(
                    "multi-instance",
                    loop,
                    "Name a fixed number of instances (loopCardinality), or " + COLLECTION + " as collection.");
        }
        if (loop.hasAttributeNS(BpmnNames.CAMUNDA, "asyncBefore")
                || loop.hasAttributeNS(BpmnNames.CAMUNDA, "asyncAfter")) {
            findings.add(
                    "multi-instance", loop, "Set asyncBefore or asyncAfter on the activity, not on its instances.");
        }
        if (!(loop.getParentNode() instanceof Element activity) || !REPEATED.contains(activity.getLocalName())) {
            findings.add("multi-instance", loop, "Tasks of people, subprocesses and calls can have several instances.");
            return;
        }
        var variable = loop.getAttributeNS(BpmnNames.CAMUNDA, "elementVariable");
        var isFurther = StageRule.stageOf(activity).equals(Stages.FURTHER);
        if (isFurther == collection.isEmpty()) {
            findings.add(
                    "multi-instance",
                    loop,
                    "One for each stage that the policy adds: only tasks of the stage \"further\" are.");
        }
        if (isFurther != variable.equals("stage") || !isFurther && !variable.isEmpty()) {
            findings.add(
                    "multi-instance",
                    loop,
                    "The elementVariable \"stage\" belongs to reviews of the stage \"further\", and to no other activity.");
        }
    }

    private void checkCompletion(Element condition, Findings findings) {
        if (grammar.expression(text(condition)).isEmpty()) {
            findings.add("multi-instance", condition, "Say when it ends early, as in ${furtherOutcome != 'APPROVED'}.");
        }
        var counts = condition.getParentNode() instanceof Element loop
                && loop.getElementsByTagNameNS(BpmnNames.MODEL, "loopCardinality")
                                .getLength()
                        > 0;
        if (readsCounters(condition) && !counts || reads(condition, Set.of("loopCounter"))) {
            findings.add("multi-instance", condition, "Instances can only be counted where their number is fixed.");
        }
    }

    private boolean readsCounters(Element condition) {
        return reads(condition, COUNTED) || reads(condition, Set.of("loopCounter"));
    }

    private boolean reads(Element condition, Set<String> names) {
        var read = new HashSet<String>();
        grammar.expression(text(condition)).ifPresent(expression -> expression.variables(read::add));
        return read.stream().anyMatch(names::contains);
    }

    private static String text(Element element) {
        return XmlModel.textOf(element).strip();
    }
}
