package io.imprimatur.flow.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the element templates write into a model is what the check knows, whichever of a template's choices is taken. */
class ElementTemplatesTest {
    private static final FlowCheck CHECK = Checks.check();

    private static final String GROUP = "pharmacy";

    /** A template, and which of its choices are taken. */
    record Written(JsonNode template, int choice) {
        @Override
        public String toString() {
            return template.path("id").asText() + ", choice " + choice;
        }
    }

    static Stream<Written> everyChoice() throws IOException {
        var written = new ArrayList<Written>();
        try (var files = Files.list(Path.of("processes/templates"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                for (var template : new ObjectMapper().readTree(file.toFile())) {
                    int most = properties(template)
                            .mapToInt(property -> property.path("choices").size())
                            .max()
                            .orElse(0);
                    for (int choice = 0; choice < Math.max(1, most); choice++) {
                        written.add(new Written(template, choice));
                    }
                }
            }
        }
        return written.stream();
    }

    @ParameterizedTest
    @MethodSource("everyChoice")
    void whatATemplateWritesIsKnownToTheCheck(Written written) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var forms = Files.list(Path.of("forms"))) {
            for (var form : forms.toList()) {
                files.put(form.getFileName().toString(), Files.readAllBytes(form));
            }
        }
        var model = Files.readString(Path.of("processes/content-approval.bpmn"));
        var changed =
                model.replace("<bpmn:endEvent id=\"published\"", xml(written) + "<bpmn:endEvent id=\"published\"");
        assertThat(changed).contains("id=\"made\"");
        files.put("content-approval.bpmn", changed.getBytes(UTF_8));

        assertThat(CHECK.check(files))
                .filteredOn(violation -> !isAboutTheRest(violation))
                .isEmpty();
    }

    /** Nothing leads to the step, the standard flow is no place for a withdrawal, and several at once is no part of a template. */
    private static boolean isAboutTheRest(Violation violation) {
        return Set.of("unreachable", "purpose", "multi-instance").contains(violation.rule())
                || violation.message().startsWith("All tasks of the stage");
    }

    private static String xml(Written written) {
        var attributes = new StringBuilder();
        var extensions = new StringBuilder();
        var children = new StringBuilder();
        properties(written.template()).forEach(property -> {
            var name = property.path("binding").path("name").asText();
            var value = value(property, written.choice());
            if (property.path("binding").path("type").asText().equals("camunda:property")) {
                extensions.append("<camunda:property name=\"%s\" value=\"%s\"/>".formatted(name, value));
            } else if (name.equals("conditionExpression")) {
                children.append(
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">%s</bpmn:conditionExpression>"
                                .formatted(value));
            } else {
                attributes.append(" %s=\"%s\"".formatted(name, value));
            }
        });
        var type = written.template().path("appliesTo").path(0).asText();
        var ends = type.equals("bpmn:SequenceFlow") ? " sourceRef=\"verifyLive\" targetRef=\"published\"" : "";
        var inside = extensions.isEmpty()
                ? children
                : "<bpmn:extensionElements><camunda:properties>" + extensions
                        + "</camunda:properties></bpmn:extensionElements>";
        return "<%1$s id=\"made\"%2$s%3$s camunda:modelerTemplate=\"%4$s\" camunda:modelerTemplateVersion=\"%5$d\">%6$s</%1$s>"
                .formatted(
                        type.replace("bpmn:U", "bpmn:u").replace("bpmn:S", "bpmn:s"),
                        ends,
                        attributes,
                        written.template().path("id").asText(),
                        written.template().path("version").asInt(),
                        inside);
    }

    private static String value(JsonNode property, int choice) {
        var choices = property.path("choices");
        if (!choices.isEmpty()) {
            return choices.path(Math.min(choice, choices.size() - 1))
                    .path("value")
                    .asText();
        }
        return property.path("value").asText(GROUP);
    }

    private static Stream<JsonNode> properties(JsonNode template) {
        return StreamSupport.stream(template.path("properties").spliterator(), false);
    }
}
