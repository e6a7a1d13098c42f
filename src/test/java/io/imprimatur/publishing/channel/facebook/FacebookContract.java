package io.imprimatur.publishing.channel.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.imprimatur.publishing.channel.PublishedContracts;
import io.imprimatur.publishing.sandbox.SandboxRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Meta's published edges, parameters, types and fields, and what in a request is not among them. */
final class FacebookContract {
    static final String FILE = "facebook/Page.json";

    /** Of every edge (developers.facebook.com/docs/graph-api/results). */
    private static final Set<String> GENERAL = Set.of("fields", "limit", "after", "before", "since", "until");

    /** An image's bytes go into a part of this name, which the specification of types leaves out. */
    private static final String FILE_PART = "source";

    private static final Pattern FIELD = Pattern.compile("[a-z_]+");

    private final JsonNode page = read("facebook/Page.json");
    private final JsonNode post = read("facebook/PagePost.json");
    private final JsonNode photo = read("facebook/Photo.json");

    List<String> violations(SandboxRequest request) {
        var path = request.path().substring("/v25.0/".length());
        var edge = path.contains("/") ? path.substring(path.indexOf('/') + 1) : "";
        var node = edge.isEmpty() && !path.equals("me") ? (path.contains("_") ? post : photo) : page;
        var operation = operation(node, request.method(), edge);
        if (operation.isMissingNode()) {
            return List.of("no such operation: " + request.line());
        }
        var violations = new ArrayList<String>();
        var parameters = new TreeSet<>(names(operation.path("params")));
        if (request.method().equals("POST")) {
            given(request).stream()
                    .filter(name -> !parameters.contains(name) && !name.equals(FILE_PART))
                    .forEach(name -> violations.add("no such parameter: " + name));
            violations.addAll(wrongTypes(operation, request.json()));
        } else {
            request.query().keySet().stream()
                    .filter(name -> !parameters.contains(name) && !GENERAL.contains(name))
                    .forEach(name -> violations.add("no such parameter: " + name));
            var read = edge.equals("feed") ? post : node;
            outermost(request.parameter("fields")).stream()
                    .filter(field -> !names(read.path("fields")).contains(field))
                    // an edge of the node may be read as a field
                    .filter(field -> operation(read, "GET", field).isMissingNode())
                    .forEach(field -> violations.add("no such field: " + field));
        }
        return violations;
    }

    private static JsonNode operation(JsonNode node, String method, String edge) {
        return StreamSupport.stream(node.path("apis").spliterator(), false)
                .filter(api -> api.path("method").asText().equals(method))
                .filter(api -> api.path("endpoint").asText("").equals(edge))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static List<String> wrongTypes(JsonNode operation, JsonNode body) {
        var wrong = new ArrayList<String>();
        for (var parameter : operation.path("params")) {
            var value = body.path(parameter.path("name").asText());
            var type = parameter.path("type").asText();
            var fits = value.isMissingNode()
                    || (type.equals("bool") && value.isBoolean())
                    || (type.equals("string") && value.isTextual())
                    || (type.startsWith("list<") && value.isArray());
            if (!fits) {
                wrong.add("not a " + type + ": " + parameter.path("name").asText());
            }
        }
        return wrong;
    }

    private static Collection<String> given(SandboxRequest request) {
        var names = new TreeSet<String>();
        request.json().fieldNames().forEachRemaining(names::add);
        Pattern.compile("form-data; name=\"([^\"]+)\"")
                .matcher(request.json().isObject() ? "" : request.text())
                .results()
                .forEach(match -> names.add(match.group(1)));
        return names;
    }

    /** The names of a list of fields, without those in braces. */
    private static List<String> outermost(String fields) {
        var flat = fields;
        while (flat.contains("{")) {
            flat = flat.replaceAll("(?:\\.limit\\(\\d+\\))?\\{[^{}]*}", "");
        }
        return FIELD.matcher(flat).results().map(match -> match.group()).toList();
    }

    private static Set<String> names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path("name").asText())
                .collect(Collectors.toSet());
    }

    private static JsonNode read(String file) {
        try {
            return new ObjectMapper().readTree(PublishedContracts.file(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
