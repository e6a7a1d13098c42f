package io.imprimatur.screening;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where each word of a text stands: letters in a row, in lower case. Single letters that points or slashes join are one
 * word too, so {@code d.o.b.} is found as {@code dob}. Rules ask for the words they cannot do without, and look only there.
 */
public final class Words {
    private static final int[] NOWHERE = {};
    /** A longer row of letters is no word that any rule asks for. */
    private static final int LONGEST = 40;

    private final Map<String, int[]> starts = new HashMap<>();

    private Words() {}

    static Words of(String text) {
        var collected = new HashMap<String, Places>();
        for (int at = 0; at < text.length(); ) {
            int end = Character.isLetter(text.charAt(at)) ? endOfWord(text, at) : at + 1;
            if (end - at <= LONGEST && Character.isLetter(text.charAt(at))) {
                collected
                        .computeIfAbsent(word(text, at, end), any -> new Places())
                        .add(at);
            }
            at = end;
        }
        var words = new Words();
        collected.forEach((word, places) -> words.starts.put(word, places.all()));
        return words;
    }

    /** Ascending offsets of the word's first units; none if the text does not hold it. */
    public int[] startsOf(String lowerCaseWord) {
        return starts.getOrDefault(lowerCaseWord, NOWHERE);
    }

    public boolean contains(String lowerCaseWord) {
        return starts.containsKey(lowerCaseWord);
    }

    private static int endOfWord(String text, int start) {
        int end = start + 1;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        int letters = 1;
        for (int next = behindJoint(text, end);
                end - start == 2 * letters - 1 && letters < LONGEST / 2 && isSingleLetter(text, next);
                next = behindJoint(text, end)) {
            end = next + 1;
            letters++;
        }
        return end;
    }

    private static int behindJoint(String text, int at) {
        return at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == '/') ? at + 1 : text.length();
    }

    private static boolean isSingleLetter(String text, int at) {
        return at < text.length()
                && Character.isLetter(text.charAt(at))
                && (at + 1 == text.length() || !Character.isLetter(text.charAt(at + 1)));
    }

    private static String word(String text, int start, int end) {
        var word = text.substring(start, end).toLowerCase(Locale.ROOT);
        return end - start > 2 && !Character.isLetter(text.charAt(start + 1))
                ? word.replace(".", "").replace("/", "")
                : word;
    }

    private static final class Places {
        private int[] starts = new int[2];
        private int count;

        void add(int start) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = start;
        }

        int[] all() {
            return Arrays.copyOf(starts, count);
        }
    }
}
