package io.imprimatur.publishing.channel.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.imprimatur.publishing.channel.PublishedContracts;
import io.imprimatur.publishing.sandbox.SandboxRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Mastodon's OpenAPI document, and what in a request it does not allow. */
final class MastodonContract {
    static final String FILE = "mastodon/schema.json";

    private final JsonNode document;
    private final JsonNode definitions;
    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private MastodonContract() {
        try {
            var json = new ObjectMapper();
            var text = Files.readString(PublishedContracts.file(FILE));
            document = json.readTree(text.replace("#/components/schemas/", "#/$defs/"));
            definitions = json.createObjectNode().set("$defs", document.at("/components/schemas"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document, read once. */
    static MastodonContract published() {
        return Once.CONTRACT;
    }

    private static final class Once {
        static final MastodonContract CONTRACT = new MastodonContract();
    }

    List<String> violations(SandboxRequest request) {
        var violations = new ArrayList<String>();
        var template = request.path().replaceFirst("/\\d+(?=/|$)", "/{id}");
        var operation =
                document.path("paths").path(template).path(request.method().toLowerCase(java.util.Locale.ROOT));
        if (operation.isMissingNode()) {
            violations.add("no such operation: " + request.line());
        }
        request.query().keySet().stream()
                .filter(name -> !parameters(operation).contains(name))
                .forEach(name -> violations.add("no such parameter: " + name));
        if (request.line().equals("POST /api/v1/statuses")) {
            // the text of a post with media is allowed by two of the document's alternatives, so one is named
            var kind = request.json().has("media_ids") ? "MediaStatus" : "TextStatus";
            schema(kind).validate(request.json()).forEach(message -> violations.add(message.toString()));
        } else if (request.line().equals("POST /api/v2/media")) {
            var form = operation.at("/requestBody/content/multipart~1form-data/schema/properties");
            names(request).stream()
                    .filter(name -> !form.has(name))
                    .forEach(name -> violations.add("no such part: " + name));
        }
        return violations;
    }

    private JsonSchema schema(String name) {
        return schemas.getSchema(((ObjectNode) definitions.deepCopy()).put("$ref", "#/$defs/" + name));
    }

    private static List<String> parameters(JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    private static List<String> names(SandboxRequest request) {
        return java.util.regex.Pattern.compile("form-data; name=\"([^\"]+)\"")
                .matcher(request.text())
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
