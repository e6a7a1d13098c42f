package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** FHIR resources that the sandbox's portal answers with. */
final class SandboxPortalAnswers {
    private static final Set<String> STATUSES = Set.of(
            "preparation", "in-progress", "not-done", "on-hold", "stopped", "completed", "entered-in-error", "unknown");

    private SandboxPortalAnswers() {}

    static SandboxAnswer fhir(int status, Object resource) {
        return SandboxAnswer.json(status, resource).with("Content-Type", "application/fhir+json;charset=UTF-8");
    }

    /** @param code of FHIR's issue types */
    static SandboxAnswer error(int status, String code) {
        return fhir(
                status,
                Map.of(
                        "resourceType",
                        "OperationOutcome",
                        "issue",
                        List.of(Map.of("severity", "error", "code", code))));
    }

    static SandboxAnswer bundle(String baseUrl, List<? extends JsonNode> messages) {
        var entries = messages.stream()
                .map(message -> Map.of(
                        "fullUrl",
                        baseUrl + "/Communication/" + message.path("id").asText(),
                        "resource",
                        message,
                        "search",
                        Map.of("mode", "match")))
                .toList();
        return fhir(
                200, Map.of("resourceType", "Bundle", "type", "searchset", "total", messages.size(), "entry", entries));
    }

    static Map<String, Object> capabilities() {
        var communication = Map.of("type", "Communication", "conditionalCreate", true, "versioning", "versioned");
        return Map.of(
                "resourceType",
                "CapabilityStatement",
                "status",
                "active",
                "kind",
                "instance",
                "date",
                "2026-01-01",
                "fhirVersion",
                "4.0.1",
                "format",
                List.of("application/fhir+json"),
                "rest",
                List.of(Map.of("mode", "server", "resource", List.of(communication))));
    }

    /** Why a message is not stored; empty when it is. */
    static Optional<SandboxAnswer> refusal(SandboxRequest request, JsonNode message) {
        if (!request.header("Content-Type").startsWith("application/fhir+json")) {
            return Optional.of(error(415, "not-supported"));
        }
        if (!message.path("resourceType").asText().equals("Communication")) {
            return Optional.of(error(400, "invalid"));
        }
        if (!STATUSES.contains(message.path("status").asText())) {
            return Optional.of(error(422, "required"));
        }
        for (var payload : message.path("payload")) {
            if (payload.path("contentString").asText().isEmpty() && !payload.has("contentAttachment")) {
                return Optional.of(error(422, "required"));
            }
        }
        return Optional.empty();
    }

    static SandboxPost shown(JsonNode message) {
        var text = new ArrayList<String>();
        var altTexts = new ArrayList<String>();
        for (var payload : message.path("payload")) {
            var attachment = payload.path("contentAttachment");
            if (attachment.has("data")) {
                altTexts.add(attachment.path("title").asText());
            } else {
                text.add(payload.path("contentString")
                        .asText(attachment.path("url").asText()));
            }
        }
        return new SandboxPost(
                message.path("id").asText(),
                message.path("topic").path("text").asText(),
                String.join("\n\n", text),
                altTexts);
    }
}
