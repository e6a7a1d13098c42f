package io.imprimatur.publishing.channel.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * What a FHIR structure definition says of a resource and its backbone elements: which elements there are, how often, of which
 * types, and the codes of required bindings. The insides of data types are not looked at, but for references.
 */
final class FhirStructure {
    static final Path SPECS = Path.of("../shared/data/specs/fhir");

    /** By the definitions of the primitive types, hl7.org/fhir/R4/datatypes.html. */
    private static final Map<String, Pattern> PRIMITIVES = Map.of(
            "string", Pattern.compile("[ \\r\\n\\t\\S]+"),
            "code", Pattern.compile("[^\\s]+(\\s[^\\s]+)*"),
            "uri", Pattern.compile("\\S*"),
            "dateTime",
                    Pattern.compile(
                            "\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2}))?)?)?"),
            "http://hl7.org/fhirpath/System.String", Pattern.compile("[A-Za-z0-9.-]{1,64}"));

    private record Definition(int min, boolean many, Map<String, List<String>> types, List<String> codes) {}

    private final Map<String, Definition> elements = new LinkedHashMap<>();
    private final String type;

    private FhirStructure(String type) {
        this.type = type;
    }

    static boolean present() {
        return Files.isDirectory(SPECS);
    }

    static FhirStructure of(String type) {
        var structure = new FhirStructure(type);
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var document = factory.newDocumentBuilder()
                    .parse(SPECS.resolve("StructureDefinition-" + type + ".xml").toFile());
            var snapshot = (Element) document.getElementsByTagName("snapshot").item(0);
            children(snapshot, "element").forEach(structure::define);
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return structure;
    }

    /** What is wrong with the resource; empty when nothing is. */
    List<String> faults(JsonNode resource) {
        var faults = new ArrayList<String>();
        if (!resource.path("resourceType").asText().equals(type)) {
            faults.add("resourceType");
        }
        check(resource, type, faults);
        return faults;
    }

    private void check(JsonNode object, String path, List<String> faults) {
        object.fieldNames().forEachRemaining(name -> {
            if (!name.equals("resourceType")) {
                check(object.path(name), path, name, faults);
            }
        });
        elements.forEach((element, definition) -> {
            var name = element.substring(element.lastIndexOf('.') + 1).replace("[x]", "");
            var directly = element.startsWith(path + ".") && element.indexOf('.', path.length() + 1) < 0;
            if (directly && definition.min() > 0 && !has(object, name, element.endsWith("[x]"))) {
                faults.add("missing " + element);
            }
        });
    }

    private void check(JsonNode value, String path, String name, List<String> faults) {
        var place = path + "." + name;
        var definition = Optional.ofNullable(elements.get(place)).or(() -> choice(path, name));
        if (definition.isEmpty()) {
            faults.add("unknown " + place);
        } else if (value.isArray() != definition.get().many()) {
            faults.add("cardinality " + place);
        } else if (value.isArray() && value.isEmpty()) {
            faults.add("empty " + place);
        } else {
            each(value).forEach(one -> checkOne(one, place, definition.get(), faults));
        }
    }

    private void checkOne(JsonNode value, String place, Definition definition, List<String> faults) {
        var types = definition.types();
        if (types.containsKey("BackboneElement")) {
            check(value, place, faults);
        } else if (types.containsKey("Reference")) {
            var target = value.path("reference").asText().split("/", 2)[0];
            if (!types.get("Reference").contains(target)
                    && !types.get("Reference").contains("Resource")) {
                faults.add("target " + place);
            }
        } else if (value.isTextual()) {
            var ofType = types.keySet().stream().map(PRIMITIVES::get).filter(java.util.Objects::nonNull);
            if (ofType.noneMatch(pattern -> pattern.matcher(value.asText()).matches())) {
                faults.add("value " + place);
            }
        } else if (types.keySet().stream().anyMatch(PRIMITIVES::containsKey)) {
            faults.add("type " + place);
        }
        if (!definition.codes().isEmpty() && !definition.codes().contains(value.asText())) {
            faults.add("code " + place);
        }
    }

    /** The definition of {@code contentString} is {@code content[x]} with that type alone. */
    private Optional<Definition> choice(String path, String name) {
        return elements.entrySet().stream()
                .filter(each ->
                        each.getKey().startsWith(path + ".") && each.getKey().endsWith("[x]"))
                .flatMap(each -> {
                    var stem = each.getKey().substring(path.length() + 1).replace("[x]", "");
                    return each.getValue().types().entrySet().stream()
                            .filter(type -> name.equals(stem + capitalised(type.getKey())))
                            .map(type -> new Definition(0, false, Map.of(type.getKey(), type.getValue()), List.of()));
                })
                .findFirst();
    }

    private void define(Element element) {
        var types = new LinkedHashMap<String, List<String>>();
        children(element, "type")
                .forEach(each -> types.put(
                        value(each, "code").orElseThrow(),
                        children(each, "targetProfile")
                                .map(profile -> profile.getAttribute("value"))
                                .map(profile -> profile.substring(profile.lastIndexOf('/') + 1))
                                .toList()));
        var required = children(element, "binding")
                .anyMatch(binding -> value(binding, "strength").orElse("").equals("required"));
        // the short description of an element with a required binding lists its codes
        var codes = required
                ? Arrays.stream(value(element, "short").orElse("").split("\\|", -1))
                        .map(String::strip)
                        .toList()
                : List.<String>of();
        elements.put(
                value(element, "path").orElseThrow(),
                new Definition(
                        Integer.parseInt(value(element, "min").orElse("0")),
                        value(element, "max").orElse("1").equals("*"),
                        types,
                        codes));
    }

    private static boolean has(JsonNode object, String name, boolean choice) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .anyMatch(field -> choice ? field.startsWith(name) : field.equals(name));
    }

    private static Stream<JsonNode> each(JsonNode value) {
        return value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
    }

    private static Optional<String> value(Element parent, String name) {
        return children(parent, name).findFirst().map(child -> child.getAttribute("value"));
    }

    private static Stream<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found.stream();
    }

    private static String capitalised(String type) {
        return Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }
}
