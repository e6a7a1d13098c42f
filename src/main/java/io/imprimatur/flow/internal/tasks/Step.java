package io.imprimatur.flow.internal.tasks;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.core.model.PropertyKey;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * What an element of a model does, whatever its id: read from the model once and kept with the activity.
 *
 * @param block name of the building block that it runs
 * @param properties its extension properties
 */
public record Step(String block, Map<String, String> properties) {
    private static final PropertyKey<Step> KEY = new PropertyKey<>("imprimatur.step");
    private static final Pattern BLOCK = Pattern.compile("[$#]\\{\\s*([A-Za-z][A-Za-z0-9_]*)\\s*}");

    public Step {
        properties = Map.copyOf(properties);
    }

    /** Empty for an element that runs no building block. */
    public static Optional<Step> of(@Nullable ActivityImpl activity) {
        return Optional.ofNullable(activity)
                .flatMap(each -> Optional.ofNullable(each.getProperties().get(KEY)));
    }

    public Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    /** A message event names its building block in its event definition. */
    public static void read(Element element, ActivityImpl activity) {
        Stream.concat(Stream.of(element), element.elements("messageEventDefinition").stream())
                .map(each -> each.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "delegateExpression"))
                .filter(expression -> expression != null)
                .map(BLOCK::matcher)
                .filter(found -> found.matches())
                .findFirst()
                .ifPresent(found -> activity.getProperties().set(KEY, new Step(found.group(1), propertiesOf(element))));
    }

    static Map<String, String> propertiesOf(Element element) {
        var properties = new HashMap<String, String>();
        var extensions = element.element("extensionElements");
        var given =
                extensions == null ? null : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        if (given != null) {
            given.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property")
                    .forEach(property ->
                            properties.putIfAbsent(property.attribute("name"), property.attribute("value")));
        }
        return properties;
    }
}
