package io.imprimatur.flow.gate;

import java.util.Map;
import org.w3c.dom.Element;

/** A flow consists of listed elements; whatever carries code or is unknown is none of them. */
final class KnownElements implements ElementRule {
    private static final Map<String, String> WHY = Map.ofEntries(
            Map.entry("scriptTask", "A script task runs code. Use a service task with a building block."),
            Map.entry("script", "Scripts are not allowed."),
            Map.entry("connector", "Connectors are not allowed. Use a building block."),
            Map.entry("connectorId", "Connectors are not allowed. Use a building block."),
            Map.entry("field", "Building blocks take no injected fields."),
            Map.entry("inputOutput", "Input and output mappings are not allowed; building blocks know the post."),
            Map.entry("inputParameter", "Input mappings are not allowed."),
            Map.entry("outputParameter", "Output mappings are not allowed."),
            Map.entry("formData", "Use a form of its own (.form) by its formRef."),
            Map.entry("formProperty", "Use a form of its own (.form) by its formRef."),
            Map.entry(
                    "inclusiveGateway",
                    "Which branches of an inclusive gateway run cannot be proven. Use a parallel gateway, with an exclusive"
                            + " gateway in each branch that may be left out."),
            Map.entry("complexGateway", "Complex gateways are not allowed. Use exclusive and parallel gateways."),
            Map.entry("transaction", "Transactions are not allowed. Use a subprocess."),
            Map.entry("adHocSubProcess", "Nobody can prove what an ad-hoc subprocess does. Use a subprocess."),
            Map.entry("standardLoopCharacteristics", "Loops of this kind are not run. Use a gateway that leads back."),
            Map.entry("businessRuleTask", "Decision tables are asked by the product. Use a building block."),
            Map.entry("receiveTask", "Nothing sends messages to a flow but the product."),
            Map.entry("signalEventDefinition", "Signals are not allowed."),
            Map.entry("conditionalEventDefinition", "Conditional events are not allowed. Use a gateway."),
            Map.entry(
                    "taskListener",
                    "No building block hears tasks. Put it at a timer on the task's edge, or behind the task."),
            Map.entry("potentialOwner", "Name groups in candidateGroups."),
            Map.entry("humanPerformer", "Whoever works on a task claims it."));

    @Override
    public void check(Element element, Findings findings) {
        var name = element.getLocalName();
        if (!BpmnNames.knows(XmlModel.namespaceOf(element), name)) {
            findings.add(
                    "element",
                    element,
                    WHY.getOrDefault(name, "The element \"" + name + "\" is not known to flows of this house."));
        }
    }
}
