package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A FHIR R4 server that keeps {@code Communication}, as hl7.org/fhir/R4/http.html wants one and HAPI's answers. */
public final class SandboxPortal implements SandboxPlatform {
    private static final String TOKEN = "sandbox-portal-token";
    private static final String ALL = "/Communication";
    private static final String DELETED = "deleted";

    private final ObjectMapper json = new ObjectMapper();
    private final Shelf messages;

    public SandboxPortal(Shelf messages) {
        this.messages = messages;
    }

    @Override
    public String key() {
        return "portal";
    }

    @Override
    public Map<String, String> account(String baseUrl) {
        return Map.of("url", baseUrl, "token", TOKEN, "recipients", "Group/1", "sender", "Organization/1");
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        if (request.line().equals("GET /metadata")) {
            return SandboxPortalAnswers.fhir(200, SandboxPortalAnswers.capabilities());
        }
        if (!request.header("Authorization").equals("Bearer " + TOKEN)) {
            return SandboxPortalAnswers.error(401, "login");
        }
        return switch (request.line()) {
            case "GET " + ALL -> search(request);
            case "POST " + ALL -> create(request);
            case "GET /Group/1", "GET /Organization/1" ->
                SandboxPortalAnswers.fhir(
                        200, Map.of("resourceType", request.path().split("/", 3)[1], "id", "1"));
            default -> one(request);
        };
    }

    @Override
    public List<SandboxPost> posts() {
        return messages.all().stream()
                .filter(message -> message.path("status").asText().equals("completed"))
                .map(SandboxPortalAnswers::shown)
                .toList();
    }

    @Override
    public void vandalise(String id) {
        messages.get(id).ifPresent(message -> {
            message.withArray("payload").addObject().put("contentString", "Changed.");
            stored(message, id, version(message) + 1);
        });
    }

    @Override
    public void remove(String id) {
        messages.remove(id);
    }

    @Override
    public SandboxAnswer throttled() {
        return SandboxPortalAnswers.error(429, "throttled").with("Retry-After", "120");
    }

    @Override
    public SandboxAnswer expired() {
        return SandboxPortalAnswers.error(401, "expired");
    }

    /** What a conditional create answers when several messages have the identifier. */
    @Override
    public SandboxAnswer duplicate() {
        return SandboxPortalAnswers.error(412, "multiple-matches");
    }

    private SandboxAnswer search(SandboxRequest request) {
        return SandboxPortalAnswers.bundle(request.baseUrl(), withIdentifier(request.parameter("identifier")));
    }

    private SandboxAnswer create(SandboxRequest request) {
        var given = request.json();
        var refusal = SandboxPortalAnswers.refusal(request, given);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var condition = request.header("If-None-Exist");
        if (!condition.isEmpty()) {
            var there = withIdentifier(URLDecoder.decode(
                    condition.substring(condition.indexOf("identifier=") + "identifier=".length()),
                    StandardCharsets.UTF_8));
            if (there.size() > 1) {
                return duplicate();
            }
            if (there.size() == 1) {
                return located(200, request, there.get(0));
            }
        }
        return located(201, request, stored((ObjectNode) given, String.valueOf(messages.nextId()), 1));
    }

    private SandboxAnswer one(SandboxRequest request) {
        var id = request.path().startsWith(ALL + "/") ? request.path().substring(ALL.length() + 1) : "";
        var found = messages.get(id);
        if (found.isEmpty()) {
            return SandboxPortalAnswers.error(404, "not-found");
        }
        var message = found.get();
        if (message.has(DELETED)) {
            return request.method().equals("DELETE")
                    ? SandboxAnswer.empty(204)
                    : SandboxPortalAnswers.error(410, DELETED);
        }
        return switch (request.method()) {
            case "PUT" -> update(request, id, message);
            case "DELETE" -> {
                messages.put(id, json.createObjectNode().put("id", id).put(DELETED, true));
                yield SandboxAnswer.empty(204);
            }
            default -> SandboxPortalAnswers.fhir(200, message).with("ETag", "W/\"" + version(message) + "\"");
        };
    }

    private SandboxAnswer update(SandboxRequest request, String id, ObjectNode message) {
        var condition = request.header("If-Match");
        if (!condition.isEmpty() && !condition.equals("W/\"" + version(message) + "\"")) {
            return SandboxPortalAnswers.error(412, "conflict");
        }
        var given = request.json();
        Optional<SandboxAnswer> refusal = given.path("id").asText().equals(id)
                ? SandboxPortalAnswers.refusal(request, given)
                : Optional.of(SandboxPortalAnswers.error(400, "invalid"));
        return refusal.orElseGet(() -> located(200, request, stored((ObjectNode) given, id, version(message) + 1)));
    }

    private ObjectNode stored(ObjectNode message, String id, int version) {
        message.put("id", id);
        message.putObject("meta").put("versionId", String.valueOf(version));
        messages.put(id, message);
        return message;
    }

    private List<ObjectNode> withIdentifier(String token) {
        var parts = token.split("\\|", 2);
        return messages.all().stream()
                .filter(message -> parts.length == 2
                        && message.path("identifier")
                                .path(0)
                                .path("system")
                                .asText()
                                .equals(parts[0])
                        && message.path("identifier")
                                .path(0)
                                .path("value")
                                .asText()
                                .equals(parts[1]))
                .toList();
    }

    private static SandboxAnswer located(int status, SandboxRequest request, ObjectNode message) {
        var version = version(message);
        return SandboxAnswer.empty(status)
                .with("ETag", "W/\"" + version + "\"")
                .with(
                        "Location",
                        request.baseUrl() + ALL + "/" + message.path("id").asText() + "/_history/" + version);
    }

    private static int version(JsonNode message) {
        return message.path("meta").path("versionId").asInt();
    }
}
