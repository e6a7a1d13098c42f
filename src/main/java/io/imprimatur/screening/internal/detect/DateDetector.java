package io.imprimatur.screening.internal.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Severity;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Elements of dates below the year. Posts announce events, so a date alone needs a look; next to words such as "born",
 * "admitted" or "my patient" it is sure. Bare years, times, months and weekdays raise nothing.
 */
@Component
class DateDetector implements Detector {
    private static final String MONTH =
            "(?:jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|jun\\.|jul\\."
                    + "|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)";
    private static final String DAY = "(?:3[01]|[12]\\d|0?[1-9])";
    private static final String DAYS =
            DAY + "(?:st|nd|rd|th)?(?:\\s?(?:-|to|through|and|&)\\s?" + DAY + "(?:st|nd|rd|th)?)?";
    private static final String YEAR = "(?:(?:1[89]|20)\\d\\d|'\\d\\d)";
    private static final String WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?";
    private static final String ON_WEEKDAY = "(?:\\b" + WEEKDAY + "\\.?,?\\s+(?:the\\s+)?)?";

    private static final Pattern MONTH_DAY = Pattern.compile("(?i)" + ON_WEEKDAY + "\\b(" + MONTH + ")\\s*(?:the\\s+)?("
            + DAYS + ")((?:,?\\s+(?:of\\s+|in\\s+)?|,)" + YEAR + ")?\\b");
    private static final Pattern DAY_MONTH = Pattern.compile("(?i)" + ON_WEEKDAY + "\\b(" + DAYS
            + ")(?:\\.?\\s*|[/-])(?:day\\s+)?(?:of\\s+)?(" + MONTH + ")((?:[\\s,./-]+|,?\\s+of\\s+)" + YEAR + ")?\\b");
    private static final Pattern MONTH_YEAR = Pattern.compile("(?i)\\b(?:" + MONTH
            + "(?:,?\\s+(?:of\\s+)?|[/-])(?:1[89]|20)\\d\\d|(?:0?[1-9]|1[0-2])/(?:19|20)\\d\\d)\\b");
    private static final Pattern NUMERIC = Pattern.compile(
            "(\\d{1,4})(\\s?[-/.]\\s?)(\\d{1,2})(\\s?[-/.]\\s?)(\\d{1,4})(?:[T ,]+\\d{1,2}:\\d{2}(?::\\d{2})?)?");
    private static final Pattern WEEKDAY_DAY = Pattern.compile(
            "(?i)\\b" + WEEKDAY + ",?\\s+(?:the\\s+" + DAY + "(?:st|nd|rd|th)?|" + DAY + "(?:st|nd|rd|th))\\b");
    private static final Pattern MONTH_SLASH_DAY = Pattern.compile(
            "(?i)\\b(?:on|dated?|dob|d\\.o\\.b\\.?|born|birth|admitted|discharged|died|seen|since|from)\\b[:\\s-]{1,3}(?:on\\s+)?((?:0?[1-9]|1[0-2])/"
                    + DAY + ")");
    private static final Pattern COMPACT = Pattern.compile(
            "(?i)\\b(?:dob|d\\.o\\.b\\.?|date\\s+of\\s+(?:birth|death|admission|discharge|service)|birth\\s?date)\\b[\\s:=-]*(?:is\\s+)?(\\d{6}|\\d{8})\\b");
    private static final String CARE =
            "\\b(?:born|(?:re)?admitted|discharged|died|passed\\s+away|diagnosed|hospitali[sz]ed|came\\s+in|operated)\\b";
    private static final String DAY_OF_CARE = "((?:on|last|this|past)\\s+(?:" + WEEKDAY
            + "(?:\\s+(?:morning|afternoon|evening|night))?|the\\s+" + DAY
            + "(?:st|nd|rd|th))|yesterday|last\\s+(?:night|week)|this\\s+morning)\\b";
    private static final Pattern CARE_ON_DAY = Pattern.compile("(?i)" + CARE + "[^.!?\\n]{0,40}?\\b" + DAY_OF_CARE);
    private static final Pattern ON_DAY_CARE =
            Pattern.compile("(?i)\\b" + DAY_OF_CARE + "[^.!?\\n]{0,25}?\\b(?:was|has\\s+been|he|she|they)\\s+" + CARE);
    private static final Pattern NO_DATE_BEHIND = Pattern.compile(
            "(?i)^\\s*(?:mg|mcg|µg|g|ml|mmol|mmhg|cm|mm|kg|%|tablets?|units?|of\\s+(?:a|the|all|our|patients|people|adults|women|men))\\b");
    private static final Pattern NO_DATE_BEFORE = Pattern.compile(
            "(?i)(?:\\bv|\\b(?:version|ver|release|firmware|section|chapter|figure|table|bp|ratio|score|dose|phone|fax|tel|call)|§|[$€£#])[\\s.:]*$");
    private static final Pattern DATE_WORD_BEFORE = Pattern.compile(
            "(?i)\\b(?:on|by|until|till|since|from|before|after|dated?|this|next|last|every)[\\s:]+(?:the\\s+)?$");

    private static final String EVENT_ADVICE =
            "If this is the date of an announced event, the reviewer will let it pass; if it is about a patient, give the year only.";

    @Override
    public String name() {
        return "date";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var text = normal.text();
        var found = new ArrayList<Finding>();
        named(found, text, MONTH_DAY, 1, 2);
        named(found, text, DAY_MONTH, 2, 1);
        numeric(found, text);
        plain(found, text, MONTH_YEAR);
        plain(found, text, WEEKDAY_DAY);
        for (var match = MONTH_SLASH_DAY.matcher(text); match.find(); ) {
            if (Edges.isWholeNumber(text, match.start(1), match.end(1))
                    && isDateAt(text, match.start(1), match.end(1))) {
                add(found, text, match.start(1), match.end(1));
            }
        }
        introduced(found, text, COMPACT, Severity.BLOCK);
        introduced(found, text, CARE_ON_DAY, Severity.REVIEW);
        introduced(found, text, ON_DAY_CARE, Severity.REVIEW);
        return found;
    }

    /** A month's name next to a day; "may" and "march" are also verbs. */
    private static void named(List<Finding> found, String text, Pattern pattern, int month, int day) {
        for (var match = pattern.matcher(text); match.find(); ) {
            var certain = match.group(3) != null || !isAlsoAVerb(match.group(month)) || isOrdinal(match.group(day));
            var before = Surroundings.before(text, match.start(), 20);
            if (Edges.standsAlone(text, match.start(), match.end())
                    && (certain || DATE_WORD_BEFORE.matcher(before).find())
                    && isDateAt(text, match.start(), match.end())) {
                add(found, text, match.start(), match.end());
            }
        }
    }

    private static boolean isAlsoAVerb(String month) {
        return month.equals("may") || month.equals("march") || month.equals("mar") || month.equals("MAY");
    }

    private static boolean isOrdinal(String day) {
        return Character.isLetter(day.charAt(day.length() - 1));
    }

    private static void numeric(List<Finding> found, String text) {
        for (var match = NUMERIC.matcher(text); match.find(); ) {
            if (isNumericDate(match)
                    && Edges.isWholeNumber(text, match.start(), match.end())
                    && isDateAt(text, match.start(), match.end())) {
                add(found, text, match.start(), match.end());
            }
        }
    }

    private static boolean isNumericDate(Matcher match) {
        var separator = match.group(2).strip();
        if (!separator.equals(match.group(4).strip())) {
            return false;
        }
        var first = match.group(1);
        var last = match.group(5);
        int middle = Integer.parseInt(match.group(3));
        if (first.length() == 4) {
            return isYear(first) && last.length() <= 2 && isDayAndMonth(middle, Integer.parseInt(last));
        }
        if (first.length() == 3 || !isDayAndMonth(Integer.parseInt(first), middle)) {
            return false;
        }
        return switch (last.length()) {
            case 4 -> isYear(last);
            case 2 ->
                separator.equals("/") || (first.length() == 2 && match.group(3).length() == 2);
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

    private static void plain(List<Finding> found, String text, Pattern pattern) {
        for (var match = pattern.matcher(text); match.find(); ) {
            if (Edges.isWholeNumber(text, match.start(), match.end())) {
                add(found, text, match.start(), match.end());
            }
        }
    }

    private static void introduced(List<Finding> found, String text, Pattern pattern, Severity severity) {
        for (var match = pattern.matcher(text); match.find(); ) {
            found.add(Finding.of(Identifier.DATE, match.start(1), match.end(1), severity));
        }
    }

    private static boolean isDateAt(String text, int start, int end) {
        return !NO_DATE_BEHIND.matcher(Surroundings.after(text, end, 20)).find()
                && !NO_DATE_BEFORE.matcher(Surroundings.before(text, start, 20)).find();
    }

    private static void add(List<Finding> found, String text, int start, int end) {
        found.add(
                PatientContext.around(text, start, end)
                        ? Finding.of(Identifier.DATE, start, end, Severity.BLOCK)
                        : Finding.of(Identifier.DATE, start, end, Severity.REVIEW)
                                .advising(EVENT_ADVICE));
    }
}
