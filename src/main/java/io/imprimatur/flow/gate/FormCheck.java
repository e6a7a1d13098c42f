package io.imprimatur.flow.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.imprimatur.flow.ContentApproval.Variables;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a form: listed components, and fields that the product takes. */
final class FormCheck {
    private static final Set<String> COMPONENTS = Set.of(
            "default",
            "group",
            "text",
            "html",
            "image",
            "separator",
            "spacer",
            "button",
            "textfield",
            "textarea",
            "number",
            "radio",
            "select",
            "checkbox");
    private static final Set<String> FIELDS =
            Set.of(Variables.DECISION, Variables.REASON, Variables.KIND, Variables.CONTENT_ID, Variables.REVISION);
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(60).build())
                    .build())
            .build();

    private final Findings findings;

    FormCheck(String file) {
        this.findings = new Findings(file);
    }

    static Optional<String> idOf(byte[] bytes) {
        return read(bytes).map(form -> form.path("id").asText("")).filter(id -> !id.isEmpty());
    }

    List<Violation> check(byte[] bytes) {
        var form = read(bytes);
        if (form.isEmpty()) {
            findings.add("json", "file", "This is no JSON object.");
        } else if (idOf(bytes).isEmpty()) {
            findings.add("form", "file", "A form needs an id.");
        } else {
            check(form.get());
        }
        return findings.all();
    }

    private void check(JsonNode component) {
        var id = component.path("id").asText("form");
        var type = component.path("type").asText("");
        if (!COMPONENTS.contains(type)) {
            findings.add("component", id, "Components of this type are not allowed in forms.");
        }
        var key = component.path("key").asText("");
        if (!key.isEmpty() && !FIELDS.contains(key)) {
            findings.add(
                    "field",
                    id,
                    "A form's fields can be "
                            + String.join(", ", FIELDS.stream().sorted().toList()) + ".");
        }
        component.path("components").forEach(this::check);
    }

    private static Optional<JsonNode> read(byte[] bytes) {
        try {
            @Nullable JsonNode form = JSON.readTree(bytes);
            return Optional.ofNullable(form).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
