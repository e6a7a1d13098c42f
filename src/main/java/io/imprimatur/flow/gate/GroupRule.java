package io.imprimatur.flow.gate;

import io.imprimatur.flow.ContentApproval.Stages;
import io.imprimatur.flow.StageGroups;
import java.util.Arrays;
import org.w3c.dom.Element;

/** A review is offered to those who may work on it: the group of its stage is what counts when somebody takes it. */
final class GroupRule implements ElementRule {
    private static final String OF_EACH_STAGE = "${stage}";

    @Override
    public void check(Element element, Findings findings) {
        var stage = element.getLocalName().equals("userTask") ? StageRule.stageOf(element) : "";
        var groups = element.getAttributeNS(BpmnNames.CAMUNDA, "candidateGroups");
        if (stage.isEmpty() || groups.isEmpty()) {
            return;
        }
        var wanted = stage.equals(Stages.FURTHER) ? OF_EACH_STAGE : StageGroups.of(stage);
        if (Arrays.stream(groups.split(",")).map(String::strip).noneMatch(wanted::equals)) {
            findings.add(
                    "group",
                    element,
                    "Only the group \"" + wanted + "\" may work on a review of the stage \"" + stage
                            + "\", and it is not asked: the post would wait for ever. Name it, or no group at all.");
        }
    }
}
