package io.imprimatur.flow.gate;

import io.imprimatur.flow.ContentApproval.Stages;
import java.util.HashMap;
import java.util.Map;
import org.w3c.dom.Element;

/** What the tasks of one stage have in common; one of these per file. */
final class StageRule implements ElementRule {
    private static final String ONE = "1";

    private final Map<String, String> approvalsByStage = new HashMap<>();

    @Override
    public void check(Element element, Findings findings) {
        var stage = element.getLocalName().equals("userTask") ? stageOf(element) : "";
        if (stage.isEmpty()) {
            return;
        }
        var named = Properties.of(element, "approvals");
        var approvals = named.isEmpty() ? ONE : named;
        var others = approvalsByStage.putIfAbsent(stage, approvals);
        if (others != null && !others.equals(approvals)) {
            findings.add(
                    "stage", element, "All tasks of the stage \"" + stage + "\" need the same number of approvals.");
        }
        if (!Properties.of(element, "question").isEmpty()) {
            findings.add("stage", element, "A task is a review of a stage or asks a question, not both.");
        }
        if (stage.equals(Stages.FURTHER)) {
            checkFurther(element, approvals, findings);
        }
    }

    private static void checkFurther(Element element, String approvals, Findings findings) {
        if (!approvals.equals(ONE)) {
            findings.add("stage", element, "Each review that the release policy adds needs one approval.");
        }
        if (element.getElementsByTagNameNS(BpmnNames.MODEL, "multiInstanceLoopCharacteristics")
                        .getLength()
                == 0) {
            findings.add(
                    "multi-instance",
                    element,
                    "Reviews that the release policy adds are several instances of one task; give any other review a stage"
                            + " name of its own.");
        }
    }

    static String stageOf(Element task) {
        return Properties.of(task, "stage");
    }
}
