package io.imprimatur.flow.gate;

import io.imprimatur.flow.ContentApproval.Stages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * What a model file holds, read without judging it.
 *
 * @param flows names of its executable processes by their keys; the key itself where a process has no name
 * @param tables names of its decisions by their keys
 * @param called keys of flows that it calls, its own among them
 * @param forms ids of forms that it shows
 * @param stages stages that its tasks review or its tables add, each with the id of the first element that names it
 * @param chosen keys of flows that its tables choose, in columns named {@code processKey}
 */
public record ModelSummary(
        Map<String, String> flows,
        Map<String, String> tables,
        Set<String> called,
        Set<String> forms,
        Map<String, String> stages,
        Set<String> chosen) {
    private static final String PROCESS_KEY = "processKey";
    private static final String STAGE = "stage";

    public ModelSummary {
        flows = Collections.unmodifiableMap(new LinkedHashMap<>(flows));
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        called = Set.copyOf(called);
        forms = Set.copyOf(forms);
        stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
        chosen = Set.copyOf(chosen);
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
        var stages = new LinkedHashMap<String, String>();
        for (var element : model.elements()) {
            var id = element.getAttribute("id");
            var name = element.getAttribute("name");
            forms.add(element.getAttributeNS(BpmnNames.CAMUNDA, "formRef"));
            switch (element.getLocalName()) {
                case "process" -> flows.put(id, name.isBlank() ? id : name);
                case "decision" -> tables.put(id, name.isBlank() ? id : name);
                case "userTask" -> stages.putIfAbsent(StageRule.stageOf(element), id);
                case "callActivity" -> called.add(element.getAttribute("calledElement"));
                default -> {
                    // nothing that other models refer to
                }
            }
        }
        called.remove("");
        forms.remove("");
        said(STAGE, model).forEach(said -> stages.putIfAbsent(said.text(), said.rule()));
        stages.keySet().removeAll(Set.of("", Stages.FURTHER));
        var chosen = new LinkedHashSet<String>();
        said(PROCESS_KEY, model).forEach(said -> chosen.add(said.text()));
        chosen.remove("");
        return new ModelSummary(flows, tables, called, forms, stages, chosen);
    }

    /** What a rule of a table says in one of its columns. */
    private record Said(String rule, String text) {}

    private static List<Said> said(String name, XmlModel model) {
        var said = new ArrayList<Said>();
        for (var table : model.elements()) {
            if (table.getLocalName().equals("decisionTable")) {
                int column = columns(table).indexOf(name);
                children(table, "rule").forEach(rule -> {
                    var cells = children(rule, "outputEntry");
                    if (column >= 0 && column < cells.size()) {
                        var text = cells.get(column).getTextContent().strip();
                        said.add(new Said(XmlModel.idOf(rule), text.replaceAll("^\"|\"$", "")));
                    }
                });
            }
        }
        return said;
    }

    private static List<String> columns(Element table) {
        return children(table, "output").stream()
                .map(output -> output.getAttribute("name"))
                .toList();
    }

    private static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }
}
