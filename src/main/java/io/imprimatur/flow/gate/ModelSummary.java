package io.imprimatur.flow.gate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a model file holds, read without judging it.
 *
 * @param flows names of its executable processes by their keys; the key itself where a process has no name
 * @param tables names of its decisions by their keys
 * @param called keys of flows that it calls, its own among them
 * @param forms ids of forms that it shows
 */
public record ModelSummary(
        Map<String, String> flows, Map<String, String> tables, Set<String> called, Set<String> forms) {
    public ModelSummary {
        flows = Collections.unmodifiableMap(new LinkedHashMap<>(flows));
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        called = Set.copyOf(called);
        forms = Set.copyOf(forms);
    }

    /** The flow that the file is about: its first one that it does not call itself. */
    public Optional<String> flow() {
        return flows.keySet().stream().filter(key -> !called.contains(key)).findFirst();
    }

    /** The table that the file is about: its first one. */
    public Optional<String> table() {
        return tables.keySet().stream().findFirst();
    }

    /** Empty when the bytes are no plain XML. */
    public static Optional<ModelSummary> of(byte[] bytes) {
        try {
            return Optional.of(of(XmlModel.read(bytes)));
        } catch (XmlModel.Unreadable e) {
            return Optional.empty();
        }
    }

    /** The id of a form; empty when the bytes are no form. */
    public static Optional<String> formId(byte[] bytes) {
        return FormCheck.idOf(bytes);
    }

    private static ModelSummary of(XmlModel model) {
        var flows = new LinkedHashMap<String, String>();
        var tables = new LinkedHashMap<String, String>();
        var called = new LinkedHashSet<String>();
        var forms = new LinkedHashSet<String>();
        for (var element : model.elements()) {
            var id = element.getAttribute("id");
            var name = element.getAttribute("name");
            forms.add(element.getAttributeNS(BpmnNames.CAMUNDA, "formRef"));
            switch (element.getLocalName()) {
                case "process" -> flows.put(id, name.isBlank() ? id : name);
                case "decision" -> tables.put(id, name.isBlank() ? id : name);
                case "callActivity" -> called.add(element.getAttribute("calledElement"));
                default -> {
                    // nothing that other models refer to
                }
            }
        }
        called.remove("");
        forms.remove("");
        return new ModelSummary(flows, tables, called, forms);
    }
}
