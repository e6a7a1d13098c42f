package io.imprimatur.screening.internal.normal;

import java.util.ArrayList;
import java.util.List;

/** Letters typed for digits in a long number, such as {@code 6l7-555-Ol42}. */
final class LookalikeDigits implements Rewriting {
    private static final String LETTERS = "OoIl|";
    private static final String DIGITS = "00111";
    private static final String JOINTS = "-. ()/";
    private static final int FEWEST = 7;

    @Override
    public List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        for (int at = 0; at < text.length(); ) {
            if (!isPart(text, at) || (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)))) {
                at++;
                continue;
            }
            at = number(text, at, runs);
        }
        return runs;
    }

    /** @return where the number, or what looked like the beginning of one, ends */
    private static int number(String text, int start, List<Run> runs) {
        var letters = new ArrayList<Run>();
        int digits = 0;
        int end = start;
        for (int part = start; part < text.length() && isPart(text, part); part = behindJoint(text, end)) {
            int to = part;
            int own = 0;
            while (to < text.length() && isPart(text, to)) {
                own += isDigit(text.charAt(to)) ? 1 : 0;
                to++;
            }
            if (own == 0 || (to < text.length() && Character.isLetter(text.charAt(to)))) {
                end = Math.max(end, to);
                break;
            }
            for (int at = part; at < to; at++) {
                int letter = LETTERS.indexOf(text.charAt(at));
                if (letter >= 0) {
                    letters.add(new Run(at, at + 1, DIGITS.substring(letter, letter + 1)));
                }
            }
            digits += own;
            end = to;
        }
        if (digits + letters.size() >= FEWEST && digits >= letters.size()) {
            runs.addAll(letters);
        }
        return Math.max(end, start + 1);
    }

    private static int behindJoint(String text, int end) {
        int at = end;
        while (at < text.length() && at - end < 3 && JOINTS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at == end ? text.length() : at;
    }

    private static boolean isPart(String text, int at) {
        return isDigit(text.charAt(at)) || LETTERS.indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isDigit(char unit) {
        return unit >= '0' && unit <= '9';
    }
}
