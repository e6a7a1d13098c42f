package io.imprimatur.screening.internal.directory;

import java.util.List;
import java.util.stream.Collectors;

/** A CSV file that cannot be imported, with every row that is wrong; nothing of it was taken. */
public final class BadRows extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SAID = 5;

    private final transient List<BadRow> rows;

    /**
     * @param line where the row begins, from 1
     * @param sentence what is wrong with it; it quotes nothing of the row
     */
    record BadRow(long line, String sentence) {}

    BadRows(List<BadRow> rows) {
        super(sentence(rows));
        this.rows = List.copyOf(rows);
    }

    List<BadRow> rows() {
        return rows;
    }

    /** The first rows, and how many more there are. */
    String sentence() {
        return String.valueOf(getMessage());
    }

    private static String sentence(List<BadRow> rows) {
        var first = rows.stream()
                .limit(SAID)
                .map(row -> "Line " + row.line() + ": " + row.sentence())
                .collect(Collectors.joining(" "));
        var more = rows.size() > SAID ? " And " + (rows.size() - SAID) + " more." : "";
        return "Nothing was imported. " + first + more;
    }
}
