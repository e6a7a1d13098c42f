package io.imprimatur.screening.internal.normal;

import java.util.ArrayList;
import java.util.List;

/** Single characters with one space between, such as {@code 6 1 7 5 5 5} or {@code M R N}, without the spaces. */
final class SpacedCharacters implements Rewriting {
    private static final int FEWEST = 4;
    private static final int FEWEST_LETTERS = 3;

    @Override
    public List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        for (int at = 0; at < text.length(); ) {
            int end = at;
            while (isSingle(text, end)
                    && end + 2 < text.length()
                    && text.charAt(end + 1) == ' '
                    && isSingle(text, end + 2)) {
                end += 2;
            }
            int count = (end - at) / 2 + 1;
            if (count >= FEWEST_LETTERS && isMeant(text, at, count)) {
                for (int space = at + 1; space < end; space += 2) {
                    runs.add(new Run(space, space + 1, ""));
                }
            }
            at = end + 1;
        }
        return runs;
    }

    private static boolean isSingle(String text, int at) {
        return at < text.length()
                && text.charAt(at) > ' '
                && (at == 0 || text.charAt(at - 1) <= ' ' || "(\"':".indexOf(text.charAt(at - 1)) >= 0)
                && (at + 1 == text.length()
                        || text.charAt(at + 1) <= ' '
                        || ").,;!?".indexOf(text.charAt(at + 1)) >= 0);
    }

    /** "3 2 1 go" and other counting from or to one is no number. */
    private static boolean isMeant(String text, int start, int count) {
        var onlyLetters = true;
        var counting = text.charAt(start) == '1' || text.charAt(start + 2 * (count - 1)) == '1';
        for (int index = 0; index < count; index++) {
            var unit = text.charAt(start + 2 * index);
            onlyLetters &= Character.isLetter(unit);
            counting &= index == 0 || Math.abs(unit - text.charAt(start + 2 * index - 2)) == 1;
        }
        return onlyLetters || (count >= FEWEST && !counting);
    }
}
