package io.imprimatur.screening.internal.normal;

import java.util.ArrayList;
import java.util.List;

/** Single digits with the same mark between, such as {@code 6.1.7.5.5.5.0.1.4.2}, without the marks. */
final class JoinedDigits implements Rewriting {
    private static final String MARKS = ".-_*,/~|+";
    private static final int FEWEST = 7;

    @Override
    public List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        for (int at = 0; at < text.length(); ) {
            int end = at;
            while (isDigit(text, end)
                    && isDigit(text, end + 2)
                    && MARKS.indexOf(text.charAt(end + 1)) >= 0
                    && text.charAt(end + 1) == text.charAt(at + 1)) {
                end += 2;
            }
            if ((end - at) / 2 + 1 >= FEWEST) {
                for (int mark = at + 1; mark < end; mark += 2) {
                    runs.add(new Run(mark, mark + 1, ""));
                }
            }
            at = end + 1;
        }
        return runs;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
