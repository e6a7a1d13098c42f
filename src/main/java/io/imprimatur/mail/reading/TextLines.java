package io.imprimatur.mail.reading;

import java.util.Arrays;
import java.util.List;

/**
 * A mail's text as lines, each with what it is.
 *
 * @param lines without trailing blanks
 * @param kinds what each line is
 */
record TextLines(List<String> lines, List<LineKind> kinds) {

    TextLines {
        lines = List.copyOf(lines);
        kinds = List.copyOf(kinds);
    }

    static TextLines of(List<String> lines) {
        LineKind[] kinds = new LineKind[lines.size()];
        boolean code = false;
        for (int at = 0; at < kinds.length; at++) {
            String line = lines.get(at);
            if (line.startsWith("```")) {
                code = !code && closes(lines, at);
            }
            kinds[at] = code ? LineKind.TEXT : kind(line);
        }
        for (int at = 0; at < kinds.length; at++) {
            markGroup(lines, kinds, at);
        }
        return new TextLines(lines, Arrays.asList(kinds));
    }

    private static LineKind kind(String line) {
        if (line.isBlank()) {
            return LineKind.EMPTY;
        } else if (Lines.quoted(line)) {
            return LineKind.QUOTE;
        } else if (Lines.delimiter(line)) {
            return LineKind.DELIMITER;
        } else if (Lines.forward(line)) {
            return LineKind.HEADER;
        }
        return Lines.footer(line) ? LineKind.FOOTER : LineKind.TEXT;
    }

    private static boolean closes(List<String> lines, int open) {
        return lines.subList(open + 1, lines.size()).contains("```");
    }

    /** Marks what takes several lines, from the line where it is recognised. */
    private static void markGroup(List<String> lines, LineKind[] kinds, int at) {
        if (kinds[at] != LineKind.TEXT && kinds[at] != LineKind.QUOTE) {
            return;
        }
        int header = kinds[at] == LineKind.TEXT ? QuotedHeader.end(lines, at) : at;
        Arrays.fill(kinds, at, header, LineKind.HEADER);
        boolean tail = kinds[at] == LineKind.QUOTE && at > 0 && kinds[at - 1] == LineKind.TEXT;
        if (header == at && (kinds[at] == LineKind.TEXT || tail)) {
            int start = Attribution.start(lines, at);
            if (start >= 0 && kinds[start] == LineKind.TEXT) {
                Arrays.fill(kinds, start, at + 1, LineKind.ATTRIBUTION);
            }
        }
    }

    int first(LineKind kind, int from) {
        int at = Math.max(0, from);
        while (at < kinds.size() && kinds.get(at) != kind) {
            at++;
        }
        return at;
    }

    boolean has(LineKind kind, int from) {
        return first(kind, from) < kinds.size();
    }

    int size() {
        return lines.size();
    }

    TextLines part(int from, int to) {
        return new TextLines(lines.subList(from, to), kinds.subList(from, to));
    }
}
