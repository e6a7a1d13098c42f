package io.imprimatur.screening.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.screening.Identifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A set of texts whose identifiers are known.
 *
 * @param name of the set
 */
record LabelledSet(String name, List<Document> documents) {
    LabelledSet {
        documents = List.copyOf(documents);
    }

    /** @param spans those with a label that was asked for */
    record Document(String text, List<Span> spans) {
        Document {
            spans = List.copyOf(spans);
        }
    }

    /** @param start first UTF-16 unit; {@code end} is behind the last */
    record Span(Identifier identifier, String label, int start, int end) {
        boolean overlaps(int otherStart, int otherEnd) {
            return start < otherEnd && otherStart < end;
        }
    }

    /** @param identifiers what a label on these words means here; empty for labels that Safe Harbor does not name */
    static LabelledSet read(Path file, BiFunction<String, String, Optional<Identifier>> identifiers)
            throws IOException {
        var json = new ObjectMapper();
        var documents = new ArrayList<Document>();
        for (var line : Files.readAllLines(file)) {
            documents.add(document(json.readTree(line), identifiers));
        }
        return new LabelledSet(file.getFileName().toString().replace(".jsonl", ""), documents);
    }

    /** The sets count code points, Java UTF-16 units. */
    private static Document document(JsonNode line, BiFunction<String, String, Optional<Identifier>> identifiers) {
        var text = line.get("text").asText();
        var spans = new ArrayList<Span>();
        for (var span : line.get("spans")) {
            var label = span.get("label").asText();
            int start = text.offsetByCodePoints(0, span.get("start").asInt());
            int end = text.offsetByCodePoints(0, span.get("end").asInt());
            identifiers
                    .apply(label, text.substring(start, end))
                    .ifPresent(identifier -> spans.add(new Span(identifier, label, start, end)));
        }
        return new Document(text, spans);
    }
}
