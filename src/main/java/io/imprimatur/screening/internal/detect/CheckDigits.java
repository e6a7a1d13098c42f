package io.imprimatur.screening.internal.detect;

import java.util.Locale;

/** Check digits that tell a real number from digits by chance. */
final class CheckDigits {
    private static final int SHORTEST_IBAN = 15;
    private static final int LONGEST_IBAN = 34;
    private static final String VIN_WEIGHTS = "8765432X098765432";
    /** Values of A to Z in a vehicle identification number; I, O and Q do not occur. */
    private static final String VIN_LETTERS = "12345678012345070923456789";

    private CheckDigits() {}

    /** ISO/IEC 7812-1, annex B; other characters than digits are skipped. */
    static boolean luhn(String number) {
        int sum = 0;
        boolean doubled = false;
        for (int at = number.length() - 1; at >= 0; at--) {
            if (Edges.isDigit(number.charAt(at))) {
                int digit = number.charAt(at) - '0';
                int value = doubled ? digit * 2 : digit;
                sum += value > 9 ? value - 9 : value;
                doubled = !doubled;
            }
        }
        return sum % 10 == 0;
    }

    /**
     * ISO 13616-1. Words may follow an IBAN with only a space between, so shorter ends are tried.
     *
     * @return the end of the longest IBAN that begins at the start, or 0
     */
    static int ibanEnd(String text, int start, int longestEnd) {
        int best = 0;
        int remainder = 0;
        int length = 0;
        var head = text.substring(start, start + 4).toUpperCase(Locale.ROOT);
        for (int at = start + 4; at < longestEnd && length + 4 < LONGEST_IBAN; at++) {
            var unit = Character.toUpperCase(text.charAt(at));
            if (unit == ' ') {
                continue;
            }
            remainder = append(remainder, unit);
            length++;
            if (length + 4 >= SHORTEST_IBAN && endsToken(text, at + 1) && remainderWith(remainder, head) == 1) {
                best = at + 1;
            }
        }
        return best;
    }

    /** 49 CFR 565.15(c): the ninth place checks the others. */
    static boolean vin(String number) {
        int sum = 0;
        for (int at = 0; at < number.length(); at++) {
            var unit = Character.toUpperCase(number.charAt(at));
            int value = Edges.isDigit(unit) ? unit - '0' : VIN_LETTERS.charAt(unit - 'A') - '0';
            var weight = VIN_WEIGHTS.charAt(at);
            sum += value * (weight == 'X' ? 10 : weight - '0');
        }
        var check = Character.toUpperCase(number.charAt(8));
        return check == (sum % 11 == 10 ? 'X' : (char) ('0' + sum % 11));
    }

    /** The sum of the odd places and twice that of the even ones ends in the seventh digit. */
    static boolean dea(String sevenDigits) {
        int sum = 0;
        for (int at = 0; at < 6; at++) {
            sum += (sevenDigits.charAt(at) - '0') * (at % 2 == 0 ? 1 : 2);
        }
        return sum % 10 == sevenDigits.charAt(6) - '0';
    }

    private static boolean endsToken(String text, int at) {
        return at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }

    private static int remainderWith(int remainder, String head) {
        int result = remainder;
        for (int at = 0; at < head.length(); at++) {
            result = append(result, head.charAt(at));
        }
        return result;
    }

    private static int append(int remainder, char unit) {
        int value = Character.digit(unit, 36);
        return (value > 9 ? remainder * 100 + value : remainder * 10 + value) % 97;
    }
}
