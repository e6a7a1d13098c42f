package io.imprimatur.screening.internal.normal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Digits in words, three or more in a row: {@code six one seven, double five five, oh one four two}. */
final class SpelledDigits implements Rewriting {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("zero", "0"),
            Map.entry("oh", "0"),
            Map.entry("o", "0"),
            Map.entry("nought", "0"),
            Map.entry("naught", "0"),
            Map.entry("nil", "0"),
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("niner", "9"),
            Map.entry("ten", "10"),
            Map.entry("eleven", "11"),
            Map.entry("twelve", "12"),
            Map.entry("thirteen", "13"),
            Map.entry("fourteen", "14"),
            Map.entry("fifteen", "15"),
            Map.entry("sixteen", "16"),
            Map.entry("seventeen", "17"),
            Map.entry("eighteen", "18"),
            Map.entry("nineteen", "19"));
    private static final Map<String, Integer> TIMES = Map.of("double", 2, "triple", 3);
    private static final List<String> CONNECTIONS = List.of("and", "then", "dash", "hyphen", "space", "dot", "point");
    private static final int FEWEST_WORDS = 3;
    private static final int FEWEST_OF_MIXED = 7;

    @Override
    public List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        var row = new ArrayList<Token>();
        for (int at = 0; at < text.length(); ) {
            var token = token(text, at);
            if (token.kind() == Kind.OTHER || (token.kind() == Kind.GAP && token.end() - token.start() > 3)) {
                read(row, runs);
                row.clear();
            } else {
                row.add(token);
            }
            at = token.end();
        }
        read(row, runs);
        return runs;
    }

    private enum Kind {
        WORD,
        NUMBER,
        TIMES,
        CONNECTION,
        GAP,
        OTHER
    }

    private record Token(Kind kind, int start, int end, String digits) {}

    private static Token token(String text, int start) {
        var unit = text.charAt(start);
        int end = start + 1;
        if (Character.isLetter(unit)) {
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            return word(end - start > 8 ? "" : text.substring(start, end).toLowerCase(Locale.ROOT), start, end);
        }
        if (isDigit(unit)) {
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            return new Token(Kind.NUMBER, start, end, text.substring(start, end));
        }
        if (isGap(unit)) {
            while (end < text.length() && isGap(text.charAt(end))) {
                end++;
            }
            return new Token(
                    Kind.GAP,
                    start,
                    end,
                    text.substring(start, end).isBlank() || end - start == 1 && unit == '-' ? "" : " ");
        }
        return new Token(Kind.OTHER, start, end, "");
    }

    private static Token word(String word, int start, int end) {
        if (TIMES.containsKey(word)) {
            return new Token(Kind.TIMES, start, end, word);
        }
        if (CONNECTIONS.contains(word)) {
            return new Token(Kind.CONNECTION, start, end, "");
        }
        var digits = WORDS.get(word);
        return digits == null ? new Token(Kind.OTHER, start, end, "") : new Token(Kind.WORD, start, end, digits);
    }

    /** Gaps between digits go, or become one space where a comma or a word stood. */
    private static void read(List<Token> row, List<Run> runs) {
        int first = 0;
        int last = row.size() - 1;
        while (first <= last && !isDigits(row.get(first)) && row.get(first).kind() != Kind.TIMES) {
            first++;
        }
        while (last >= first && !isDigits(row.get(last))) {
            last--;
        }
        if (!isNumber(row.subList(first, Math.max(first, last + 1)))) {
            return;
        }
        int times = 1;
        for (int at = first; at <= last; at++) {
            var token = row.get(at);
            switch (token.kind()) {
                case WORD ->
                    runs.add(new Run(token.start(), token.end(), token.digits().repeat(times)));
                case GAP -> {
                    if (!isBetweenNumbers(row, at)) {
                        runs.add(new Run(token.start(), token.end(), token.digits()));
                    }
                }
                case CONNECTION, TIMES ->
                    runs.add(new Run(token.start(), token.end(), token.kind() == Kind.TIMES ? "" : " "));
                default -> {}
            }
            if (token.kind() != Kind.GAP) {
                times = token.kind() == Kind.TIMES ? TIMES.getOrDefault(token.digits(), 1) : 1;
            }
        }
    }

    private static boolean isBetweenNumbers(List<Token> row, int at) {
        return row.get(at - 1).kind() == Kind.NUMBER && row.get(at + 1).kind() == Kind.NUMBER;
    }

    private static boolean isNumber(List<Token> row) {
        int words =
                (int) row.stream().filter(token -> token.kind() == Kind.WORD).count();
        int digits = row.stream()
                .filter(SpelledDigits::isDigits)
                .mapToInt(token -> token.digits().length())
                .sum();
        return words >= FEWEST_WORDS || (words > 1 && digits >= FEWEST_OF_MIXED);
    }

    private static boolean isDigits(Token token) {
        return token.kind() == Kind.WORD || token.kind() == Kind.NUMBER;
    }

    private static boolean isGap(char unit) {
        return " ,-.()/\n".indexOf(unit) >= 0;
    }

    private static boolean isDigit(char unit) {
        return unit >= '0' && unit <= '9';
    }
}
