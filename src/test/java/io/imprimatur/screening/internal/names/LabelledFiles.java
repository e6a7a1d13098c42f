package io.imprimatur.screening.internal.names;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.screening.internal.names.Label.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads labelled sets: a JSON object a line, with the text and its spans in code points. */
final class LabelledFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LabelledFiles() {}

    static List<LabelledText> read(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.map(LabelledFiles::text).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static LabelledText text(String line) {
        try {
            var document = JSON.readTree(line);
            var text = document.path("text").asText();
            var names = new ArrayList<LabelledText.Name>();
            for (var span : document.path("spans")) {
                kind(span)
                        .ifPresent(kind -> names.add(new LabelledText.Name(
                                kind,
                                text.offsetByCodePoints(0, span.path("start").asInt()),
                                text.offsetByCodePoints(0, span.path("end").asInt()))));
            }
            return new LabelledText(text, names);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Optional<Kind> kind(JsonNode span) {
        return switch (span.path("label").asText().toUpperCase(Locale.ROOT)) {
            case "PER", "PERSON" -> Optional.of(Kind.PERSON);
            case "LOC", "LOCATION", "GPE", "STREET_ADDRESS", "ADDRESS" -> Optional.of(Kind.PLACE);
            case "ORG", "CORPORATION", "GROUP", "ORGANIZATION" -> Optional.of(Kind.ORGANISATION);
            default -> Optional.empty();
        };
    }
}
