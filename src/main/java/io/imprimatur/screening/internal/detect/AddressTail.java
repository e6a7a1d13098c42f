package io.imprimatur.screening.internal.detect;

import com.google.re2j.Pattern;

/** The rest of an address behind its street: flat, town, state, postal code, country. */
final class AddressTail {
    private static final Pattern TAIL = Pattern.compile(AddressWords.TAIL);
    private static final int LONGEST = 130;

    private AddressTail() {}

    /** Where the address ends whose street ends at that offset. */
    static int end(String text, int streetEnd) {
        var rest = Surroundings.after(text, streetEnd, LONGEST);
        var match = TAIL.matcher(rest);
        int end = match.lookingAt() ? streetEnd + match.end() : streetEnd;
        return endsWord(text, end) ? end : streetEnd;
    }

    private static boolean endsWord(String text, int end) {
        var space = end + 1 < text.length() && text.charAt(end) == ' ' && Edges.isDigit(text.charAt(end - 1));
        return end == text.length()
                || !(Character.isLetterOrDigit(text.charAt(end)) || (space && Edges.isDigit(text.charAt(end + 1))));
    }
}
