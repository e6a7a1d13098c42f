package io.imprimatur.publishing.channel.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.sandbox.SandboxRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Checks requests by the lexicons that the AT Protocol publishes (atproto.com/specs/lexicon). */
final class Lexicons {
    static final Path PUBLISHED = Path.of("../shared/data/specs/bluesky/lexicons");

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> problems = new ArrayList<>();

    static boolean available() {
        return Files.isDirectory(PUBLISHED);
    }

    /** What of the request is not as its lexicon says. Of methods without a published lexicon nothing. */
    static List<String> problems(SandboxRequest request) {
        var checks = new Lexicons();
        var method = request.path().replaceFirst("^/xrpc/", "");
        if (Files.exists(file(method))) {
            checks.request(method, request);
        }
        return checks.problems;
    }

    private void request(String method, SandboxRequest request) {
        var main = definition(method, "main");
        require(main.path("type").asText().equals("query") == request.method().equals("GET"), method);
        var parameters = json.valueToTree(request.query());
        check(method, main.path("parameters"), parameters, "query");
        if (main.path("input").has("schema")) {
            check(method, main.path("input").path("schema"), request.json(), "body");
        }
        if (request.json().has("record")) {
            var record = request.json().path("record");
            var type = record.path("$type").asText();
            check(type, definition(type, "main").path("record"), record, "record");
        }
    }

    private void check(String lexicon, JsonNode schema, JsonNode value, String at) {
        switch (schema.path("type").asText()) {
            case "object", "params" -> object(lexicon, schema, value, at);
            case "array" -> {
                require(
                        value.isArray()
                                && value.size() <= schema.path("maxLength").asInt(Integer.MAX_VALUE),
                        at);
                value.forEach(item -> check(lexicon, schema.path("items"), item, at + "[]"));
            }
            case "string" -> string(schema, value, at);
            case "integer" ->
                require(value.isInt() && value.asInt() >= schema.path("minimum").asInt(), at);
            case "boolean" -> require(value.isBoolean(), at);
            case "blob" ->
                require(
                        value.path("$type").asText().equals("blob")
                                && value.path("ref").path("$link").isTextual()
                                && value.path("mimeType").asText().startsWith("image/")
                                && value.path("size").asLong()
                                        <= schema.path("maxSize").asLong(),
                        at);
            case "ref" -> reference(lexicon, schema.path("ref").asText(), value, at);
            case "union" -> {
                var names = new ArrayList<String>();
                schema.path("refs").forEach(ref -> names.add(absolute(lexicon, ref.asText())));
                require(names.contains(value.path("$type").asText()), at);
                reference(lexicon, value.path("$type").asText(), value, at);
            }
            default -> {}
        }
    }

    private void object(String lexicon, JsonNode schema, JsonNode value, String at) {
        schema.path("required").forEach(name -> require(value.has(name.asText()), at + "." + name.asText()));
        value.properties().forEach(field -> {
            var inner = at + "." + field.getKey();
            var property = schema.path("properties").path(field.getKey());
            require(!property.isMissingNode() || field.getKey().equals("$type"), inner);
            if (field.getValue().isNull()) {
                require(schema.path("nullable").toString().contains(field.getKey()), inner);
            } else {
                check(lexicon, property, field.getValue(), inner);
            }
        });
    }

    private void string(JsonNode schema, JsonNode value, String at) {
        var text = value.asText();
        require(value.isTextual(), at);
        require(TextSize.bytes(text) <= schema.path("maxLength").asInt(Integer.MAX_VALUE), at);
        require(TextSize.graphemes(text) <= schema.path("maxGraphemes").asInt(Integer.MAX_VALUE), at);
        var pattern =
                switch (schema.path("format").asText()) {
                    case "datetime" -> "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)";
                    case "uri" -> "\\w+:(//)?[^\\s/]\\S*";
                    case "at-identifier" -> "did:[a-z]+:[\\w.:%-]+|([a-zA-Z0-9-]+\\.)+[a-zA-Z]+";
                    case "nsid" -> "[a-z.]+\\.[a-zA-Z]+";
                    case "record-key" -> "[\\w.:~-]{1,512}";
                    default -> "(?s).*";
                };
        require(Pattern.matches(pattern, text), at);
    }

    private void reference(String lexicon, String ref, JsonNode value, String at) {
        var parts = absolute(lexicon, ref).split("#", 2);
        check(parts[0], definition(parts[0], parts.length == 1 ? "main" : parts[1]), value, at);
    }

    private JsonNode definition(String lexicon, String name) {
        try {
            return json.readTree(file(lexicon).toFile()).path("defs").path(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String lexicon) {
        return PUBLISHED.resolve(lexicon.replace('.', '/') + ".json");
    }

    private static String absolute(String lexicon, String ref) {
        return ref.startsWith("#") ? lexicon + ref : ref;
    }

    private void require(boolean holds, String at) {
        if (!holds) {
            problems.add(at);
        }
    }
}
