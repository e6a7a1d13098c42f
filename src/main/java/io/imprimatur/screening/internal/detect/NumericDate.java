package io.imprimatur.screening.internal.detect;

/** Whether three numbers are a day, a month and a year in some order. */
final class NumericDate {
    private NumericDate() {}

    /** @param hit whose groups 1, 3 and 5 are the numbers, 2 and 4 what stands between them */
    static boolean isOne(Hit hit) {
        var separator = hit.group(2).strip();
        return separator.equals(hit.group(4).strip())
                && isOne(hit.group(1), hit.group(3), hit.group(5), separator.equals("/"));
    }

    /** Two digits of a year are sure behind slashes only; with points or hyphens day and month have two digits too. */
    static boolean isOne(String first, String middle, String last, boolean slashes) {
        int second = Integer.parseInt(middle);
        if (first.length() == 4) {
            return isYear(first) && last.length() <= 2 && isDayAndMonth(second, Integer.parseInt(last));
        }
        if (first.length() == 3 || !isDayAndMonth(Integer.parseInt(first), second)) {
            return false;
        }
        return switch (last.length()) {
            case 4 -> isYear(last);
            case 2 -> slashes || (first.length() == 2 && middle.length() == 2);
            default -> false;
        };
    }

    private static boolean isYear(String digits) {
        int year = Integer.parseInt(digits);
        return year >= 1850 && year < 2100;
    }

    private static boolean isDayAndMonth(int one, int other) {
        return one >= 1 && other >= 1 && Math.max(one, other) <= 31 && Math.min(one, other) <= 12;
    }
}
