package io.imprimatur.publishing.channel.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.imprimatur.publishing.sandbox.SandboxRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks requests by the description of its API that X publishes (OpenAPI 3.0). */
final class XOpenApi {
    static final Path PUBLISHED = Path.of("../shared/data/specs/x/openapi.json");

    private static final Pattern PART = Pattern.compile("form-data; name=\"(\\w+)\"[^\r]*\r\n[^\r]*\r\n\r\n([^\r]*)");

    private final ObjectMapper json = new ObjectMapper();
    private final JsonNode api;
    private final Map<JsonNode, JsonSchema> schemas = new HashMap<>();

    private XOpenApi() {
        try {
            api = json.readTree(PUBLISHED.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read once: it is large. */
    private static final class Once {
        static final XOpenApi API = new XOpenApi();
    }

    static XOpenApi published() {
        return Once.API;
    }

    static boolean available() {
        return Files.exists(PUBLISHED);
    }

    /** What of the request is not as the description says. */
    List<String> problems(SandboxRequest request) {
        var problems = new ArrayList<String>();
        var operation = operation(request);
        if (operation.isMissingNode()) {
            return List.of(request.line());
        }
        var known = new ArrayList<String>();
        for (var reference : operation.path("parameters")) {
            var parameter = resolved(reference);
            var name = parameter.path("name").asText();
            known.add(name);
            var given = parameter.path("in").asText().equals("query")
                    && request.query().containsKey(name);
            if (given) {
                problems.addAll(
                        check(parameter.path("schema"), value(parameter.path("schema"), request.parameter(name))));
            } else if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                problems.add(name);
            }
        }
        request.query().keySet().stream().filter(name -> !known.contains(name)).forEach(problems::add);
        var body = operation.path("requestBody").path("content");
        if (body.has("multipart/form-data") && request.header("Content-Type").startsWith("multipart/")) {
            problems.addAll(check(body.path("multipart/form-data").path("schema"), form(request.text())));
        } else if (!body.isMissingNode()) {
            problems.addAll(check(body.path("application/json").path("schema"), request.json()));
        } else if (request.body().length > 0) {
            problems.add("body");
        }
        return problems;
    }

    private JsonNode operation(SandboxRequest request) {
        for (var path : api.path("paths").properties()) {
            if (request.path().matches(path.getKey().replaceAll("\\{\\w+}", "[^/]+"))) {
                var operation = path.getValue().path(request.method().toLowerCase(Locale.ROOT));
                if (!operation.isMissingNode()) {
                    return operation;
                }
            }
        }
        return api.path("no such operation");
    }

    private List<String> check(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::compiled).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    private JsonSchema compiled(JsonNode schema) {
        var alone = ((ObjectNode) schema.deepCopy()).put("$schema", "http://json-schema.org/draft-07/schema#");
        alone.set("components", api.path("components"));
        if (alone.has("$ref")) {
            // beside a reference draft 7 reads nothing else
            alone.putArray("allOf").addObject().set("$ref", alone.remove("$ref"));
        }
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(alone);
    }

    private JsonNode resolved(JsonNode reference) {
        return reference.has("$ref") ? api.at(reference.path("$ref").asText().substring(1)) : reference;
    }

    private JsonNode value(JsonNode schema, String text) {
        var type = resolved(schema).path("type").asText();
        return switch (type) {
            case "array" -> json.valueToTree(Arrays.asList(text.split(",")));
            case "integer" -> json.valueToTree(Integer.valueOf(text));
            default -> json.valueToTree(text);
        };
    }

    private JsonNode form(String body) {
        var form = json.createObjectNode();
        var parts = PART.matcher(body);
        while (parts.find()) {
            if (parts.group(1).equals("segment_index")) {
                form.put(parts.group(1), Integer.parseInt(parts.group(2)));
            } else {
                form.put(parts.group(1), "bytes");
            }
        }
        return form;
    }
}
