package io.imprimatur.screening.internal.own;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day, a range of days or a month as posts write them.
 *
 * @param weekday of the first day; null when it was not said
 * @param year null when it was not said
 * @param day first day of the month; 0 for the whole month
 * @param lastDay in {@code lastMonth}; the same as the first for a single day
 */
record WrittenDate(
        @Nullable DayOfWeek weekday, @Nullable Integer year, int month, int day, int lastMonth, int lastDay) {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
    private static final String DAY = "([0-3]?\\d)(?:st|nd|rd|th)?";
    private static final String TO = "\\s*(?:-|to|through|until|till|and|&)\\s*";
    private static final String WEEKDAY = "(?:(mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+(?:the\\s+)?)?";
    private static final String AND_WEEKDAY = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?";
    private static final String YEAR = "(?:\\s*,?\\s*(?:of\\s+|in\\s+)?((?:19|20)\\d\\d|'\\d\\d))?";
    private static final String TIME =
            "(?:(?:t|[\\s,;@-]+(?:(?:at|around|about|by)\\s+)?)(?:\\d{1,2}(?::\\d{2}){0,2}\\s*(?:am|pm|a\\.m\\.|p\\.m\\.)?"
                    + "|\\d{4}\\s?(?:hrs?|hours|h)|noon|midnight)(?:\\s?(?:z|utc|gmt|[ecmp][sd]?t))?)?";
    private static final Pattern ON = Pattern.compile("^on\\s+");

    private static final Pattern MONTH_DAY = Pattern.compile(WEEKDAY + MONTH + "\\s*(?:the\\s+)?" + DAY + "(?:" + TO
            + AND_WEEKDAY + "(?:" + MONTH + "\\s*)?" + DAY + ")?" + YEAR + TIME);
    private static final Pattern DAY_MONTH =
            Pattern.compile(WEEKDAY + DAY + "(?:" + TO + AND_WEEKDAY + DAY + ")?\\.?[\\s/-]*(?:day\\s+)?(?:of\\s+)?"
                    + MONTH + "(?:[\\s,./-]*(?:of\\s+)?((?:19|20)\\d\\d|'\\d\\d))?" + TIME);
    private static final Pattern ISO =
            Pattern.compile("((?:19|20)\\d\\d)\\s?[-/.]\\s?(\\d{1,2})\\s?[-/.]\\s?(\\d{1,2})" + TIME);
    private static final Pattern NUMERIC =
            Pattern.compile(WEEKDAY + "(\\d{1,2})\\s?([-/.])\\s?(\\d{1,2})(?:\\s?[-/.]\\s?((?:19|20)?\\d\\d))?" + TIME);
    private static final Pattern MONTH_YEAR = Pattern.compile(MONTH + "(?:,?\\s+(?:of\\s+)?|[/-])((?:19|20)\\d\\d)");

    /** @param monthFirst how 3/4 is read */
    static Optional<WrittenDate> read(String marked, boolean monthFirst) {
        var text = ON.matcher(marked.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        Matcher match = MONTH_DAY.matcher(text);
        if (match.matches()) {
            var month = month(match.group(2));
            var lastMonth = match.group(4) == null ? month : month(match.group(4));
            return Optional.of(range(match.group(1), match.group(6), month, match.group(3), lastMonth, match.group(5)));
        }
        match = DAY_MONTH.matcher(text);
        if (match.matches()) {
            var month = month(match.group(4));
            return Optional.of(range(match.group(1), match.group(5), month, match.group(2), month, match.group(3)));
        }
        match = ISO.matcher(text);
        if (match.matches()) {
            return Optional.of(
                    range(null, match.group(1), number(match.group(2)), match.group(3), number(match.group(2)), null));
        }
        match = NUMERIC.matcher(text);
        if (match.matches()) {
            return numeric(match, monthFirst);
        }
        match = MONTH_YEAR.matcher(text);
        return match.matches()
                ? Optional.of(
                        new WrittenDate(null, year(match.group(2)), month(match.group(1)), 0, month(match.group(1)), 0))
                : Optional.empty();
    }

    private static Optional<WrittenDate> numeric(Matcher match, boolean monthFirst) {
        var first = match.group(2);
        var second = match.group(4);
        var dayFirst = match.group(3).equals(".") || !monthFirst || number(first) > 12;
        var month = number(dayFirst ? second : first);
        return month < 1 || month > 12
                ? Optional.empty()
                : Optional.of(range(match.group(1), match.group(5), month, dayFirst ? first : second, month, null));
    }

    private static WrittenDate range(
            @Nullable String weekday,
            @Nullable String year,
            int month,
            String day,
            int lastMonth,
            @Nullable String lastDay) {
        return new WrittenDate(
                weekday == null ? null : DayOfWeek.of(WEEKDAYS.indexOf(weekday) + 1),
                year == null ? null : year(year),
                month,
                number(day),
                lastMonth,
                lastDay == null ? number(day) : number(lastDay));
    }

    private static int month(String name) {
        return MONTHS.indexOf(name) + 1;
    }

    private static int year(String digits) {
        var number = number(digits.replace("'", ""));
        return number < 100 ? 2000 + number : number;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** Whether all of it is within those days; without a year, in a year of theirs. */
    boolean in(Days days) {
        for (int asked = year == null ? days.from().getYear() : year;
                asked <= (year == null ? days.until().getYear() : year);
                asked++) {
            if (isIn(days, asked)) {
                return true;
            }
        }
        return false;
    }

    private boolean isIn(Days days, int inYear) {
        try {
            if (day == 0) {
                var whole = YearMonth.of(inYear, month);
                return YearMonth.from(days.from()).equals(whole)
                        && YearMonth.from(days.until()).equals(whole);
            }
            var first = LocalDate.of(inYear, month, day);
            var last = LocalDate.of(lastMonth < month ? inYear + 1 : inYear, lastMonth, lastDay);
            return (weekday == null || first.getDayOfWeek() == weekday)
                    && !last.isBefore(first)
                    && days.contain(first)
                    && days.contain(last);
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
