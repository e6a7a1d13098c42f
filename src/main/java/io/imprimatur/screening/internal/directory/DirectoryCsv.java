package io.imprimatur.screening.internal.directory;

import io.imprimatur.platform.Refusal;
import io.imprimatur.screening.internal.directory.BadRows.BadRow;
import io.imprimatur.screening.internal.directory.EntryRules.Written;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The directory as a CSV file (RFC 4180, UTF-8) with the columns {@code kind,value,from,until,place}. */
@Component
public class DirectoryCsv {
    private static final List<String> COLUMNS = List.of("kind", "value", "from", "until", "place");
    private static final List<String> NEEDED = List.of("kind", "value");
    private static final CSVFormat READING = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(true)
            .get();
    private static final CSVFormat WRITING = CSVFormat.RFC4180;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final EntryRules rules;
    private final DirectoryProperties bounds;

    DirectoryCsv(EntryRules rules, DirectoryProperties bounds) {
        this.rules = rules;
        this.bounds = bounds;
    }

    /**
     * Reads all or nothing.
     *
     * @throws BadRows when any row is wrong
     * @throws Refusal when this is no such file at all, or it is too large
     */
    public List<DirectoryEntry> read(byte[] file) {
        if (file.length > bounds.maxImportSize().toBytes()) {
            throw new Refusal(
                    Refusal.Kind.TOO_LARGE,
                    "csv-too-large",
                    "A CSV file may have at most " + bounds.maxImportSize().toBytes() + " bytes.");
        }
        try (var parser = CSVParser.parse(new StringReader(text(file)), READING)) {
            return entries(parser);
        } catch (IOException | UncheckedIOException unreadable) {
            throw Refusal.invalid(
                    "csv-invalid", "This is no CSV file by RFC 4180: a quotation mark stands where none may stand.");
        }
    }

    private static String text(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException otherwiseEncoded) {
            throw Refusal.invalid("csv-not-utf-8", "Save the CSV file in the encoding UTF-8, then import it again.");
        }
    }

    private List<DirectoryEntry> entries(CSVParser parser) {
        var records = parser.iterator();
        var columns = columns(records.hasNext() ? records.next() : null);
        var entries = new ArrayList<DirectoryEntry>();
        var bad = new ArrayList<BadRow>();
        for (var line = parser.getCurrentLineNumber() + 1;
                records.hasNext();
                line = parser.getCurrentLineNumber() + 1) {
            var row = records.next();
            if (isEmpty(row)) {
                continue;
            }
            if (entries.size() + bad.size() >= bounds.maxEntries()) {
                throw Refusal.invalid("too-many-rows", "A CSV file may have at most " + bounds.maxEntries() + " rows.");
            }
            try {
                entries.add(rules.checked(written(row, columns)));
            } catch (Refusal refused) {
                bad.add(new BadRow(line, refused.sentence()));
            }
        }
        if (!bad.isEmpty()) {
            throw new BadRows(bad);
        }
        return entries;
    }

    private static TreeMap<String, Integer> columns(@Nullable CSVRecord header) {
        var columns = new TreeMap<String, Integer>();
        if (header != null) {
            for (int at = 0; at < header.size(); at++) {
                var name = header.get(at).strip().toLowerCase(Locale.ROOT);
                if (!COLUMNS.contains(name) || columns.put(name, at) != null) {
                    throw noHeader();
                }
            }
        }
        if (!columns.keySet().containsAll(NEEDED)) {
            throw noHeader();
        }
        return columns;
    }

    private static Refusal noHeader() {
        return Refusal.invalid(
                "csv-header",
                "The first line names the columns: kind,value,from,until,place. The last three may be left out.");
    }

    private static boolean isEmpty(CSVRecord row) {
        return row.stream().allMatch(String::isBlank);
    }

    private static Written written(CSVRecord row, TreeMap<String, Integer> columns) {
        if (row.size() > columns.size()) {
            throw Refusal.invalid(
                    "csv-columns",
                    "It has more values than the first line has columns; put a value with a comma in quotation marks.");
        }
        return new Written(
                value(row, columns.get("kind")),
                value(row, columns.get("value")),
                value(row, columns.get("from")),
                value(row, columns.get("until")),
                value(row, columns.get("place")));
    }

    private static @Nullable String value(CSVRecord row, @Nullable Integer column) {
        return column == null || column >= row.size() ? null : row.get(column);
    }

    String write(List<DirectoryEntry> entries) {
        var file = new StringBuilder();
        try (var printer = new CSVPrinter(file, WRITING)) {
            printer.printRecord(COLUMNS);
            for (var entry : entries) {
                printer.printRecord(entry.kind(), entry.value(), entry.from(), entry.until(), entry.place());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toString();
    }
}
