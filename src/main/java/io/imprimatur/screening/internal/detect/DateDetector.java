package io.imprimatur.screening.internal.detect;

import static io.imprimatur.screening.internal.detect.DateWords.DAY;
import static io.imprimatur.screening.internal.detect.DateWords.DAYS;
import static io.imprimatur.screening.internal.detect.DateWords.MONTH;
import static io.imprimatur.screening.internal.detect.DateWords.MONTHS;
import static io.imprimatur.screening.internal.detect.DateWords.ORDINAL_DAY;
import static io.imprimatur.screening.internal.detect.DateWords.WEEKDAY;
import static io.imprimatur.screening.internal.detect.DateWords.WEEKDAYS;
import static io.imprimatur.screening.internal.detect.DateWords.YEAR;

import com.google.re2j.Pattern;
import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.NormalText.Span;
import io.imprimatur.screening.Severity;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Days of the calendar, with their weekday, year and time of day. Posts announce events, so a date alone needs a look;
 * next to words such as "born", "admitted" or "my patient" it is sure. Bare years, times, months and weekdays raise nothing.
 */
@Component
class DateDetector implements Detector {
    private static final Probe MONTH_DAY = Probe.startingAtWords(
            MONTHS,
            70,
            "(?i)(" + MONTH + ")[\\s-]*(?:the\\s+)?(" + DAYS + ")((?:,?\\s+(?:of\\s+|in\\s+)?|,\\s?|-)" + YEAR
                    + ")?\\b");
    private static final String OF_MONTH =
            "(?:day\\s+)?(?:of\\s+)?(" + MONTH + ")((?:[\\s,./-]+|,?\\s+of\\s+)" + YEAR + "|[-/ ]\\d{2})?\\b";
    private static final Probe DAY_MONTH =
            Probe.atWordsBehindDigits(MONTHS, 22, 25, "(?i)\\b(?:the\\s+)?(" + DAYS + ")(?:\\.?\\s*|[/-])" + OF_MONTH);
    private static final Probe SPELLED_DAY_MONTH =
            Probe.startingAtWords(DateWords.ORDINALS, 80, "(?i)(" + ORDINAL_DAY + ")\\s+" + OF_MONTH);
    private static final Probe MONTH_YEAR = Probe.startingAtWordsBeforeDigits(
            MONTHS, 25, "(?i)" + MONTH + "(?:,?\\s+(?:of\\s+|in\\s+)?|[/-]|,\\s?)(?:(?:1[89]|20)\\d\\d|'\\d\\d)\\b");
    private static final Probe NUMERIC_MONTH_YEAR = Probe.atFigures(
            group -> group.digits() >= 5 && group.runs() >= 2,
            0,
            0,
            "\\b(?:0?[1-9]|1[0-2])\\s?[/-]\\s?(?:19|20)\\d\\d\\b");
    private static final Probe NUMERIC = Probe.atFigures(
            group -> group.digits() >= 4 && group.runs() >= 3,
            0,
            2,
            "\\b(\\d{1,4})(\\s?[-/.]\\s?)(\\d{1,2})(\\s?[-/.]\\s?)(\\d{1,4})");
    private static final Probe WEEKDAY_DAY = Probe.startingAtWords(
            WEEKDAYS,
            30,
            "(?i)" + WEEKDAY + ",?\\s+(?:the\\s+" + DAY + "(?:st|nd|rd|th)?|(?:the\\s+)?" + ORDINAL_DAY + ")\\b");
    private static final Pattern NO_DATE_BEHIND = Pattern.compile(
            "(?i)^\\s*(?:mg|mcg|µg|g|ml|mmol|mmhg|cm|mm|kg|%|tabs?|tablets?|units?|of\\s+(?:a|the|all|our|patients|people|adults|women|men))\\b");
    private static final Pattern NO_DATE_BEFORE = Pattern.compile(
            "(?i)(?:\\bv|\\b(?:version|ver|release|firmware|section|chapter|figure|table|bp|ratio|score|dose|phone|fax|tel|call)|§|[$€£#])[\\s.:]*$");
    private static final Pattern DATE_WORD_BEFORE = Pattern.compile(
            "(?i)\\b(?:on|by|until|till|since|from|before|after|dated?|this|next|last|every|born|dob)[\\s:]+(?:the\\s+)?$");
    private static final String EVENT_ADVICE =
            "If this is the date of an announced event, the reviewer will let it pass; if it is about a patient, give the year only.";

    @Override
    public String name() {
        return "date";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var found = new ArrayList<Hit>();
        named(found, normal, MONTH_DAY, 1, 2);
        named(found, normal, DAY_MONTH, 2, 1);
        named(found, normal, SPELLED_DAY_MONTH, 2, 1);
        for (var hit : NUMERIC.in(normal)) {
            if ((NumericDate.isOne(hit) || isBracketed(hit, normal.text()))
                    && isWhole(hit, normal)
                    && isDateAt(hit, normal)) {
                found.add(hit);
            }
        }
        for (var probe : List.of(MONTH_YEAR, NUMERIC_MONTH_YEAR, WEEKDAY_DAY)) {
            probe.in(normal).stream().filter(hit -> isWhole(hit, normal)).forEach(found::add);
        }
        if (found.isEmpty()) {
            return List.of();
        }
        var patient = PatientContext.of(normal);
        return found.stream()
                .map(hit -> finding(WholeDate.around(normal.text(), hit.start(), hit.end()), patient))
                .toList();
    }

    private static Finding finding(Span date, PatientContext patient) {
        return patient.around(date.start(), date.end())
                ? Finding.of(Identifier.DATE, date.start(), date.end(), Severity.BLOCK)
                : Finding.of(Identifier.DATE, date.start(), date.end(), Severity.REVIEW)
                        .advising(EVENT_ADVICE);
    }

    /** A month's name next to a day; "may" and "march" are also verbs. */
    private static void named(List<Hit> found, NormalText normal, Probe probe, int month, int day) {
        var text = normal.text();
        for (var hit : probe.in(normal)) {
            var certain = hit.has(3) || !isAlsoAVerb(hit.group(month)) || isOrdinal(hit.group(day));
            if (Edges.standsAlone(text, hit.start(), hit.end())
                    && (certain
                            || DATE_WORD_BEFORE
                                    .matcher(Surroundings.before(text, hit.start(), 20))
                                    .find())
                    && isDateAt(hit, normal)) {
                found.add(hit);
            }
        }
    }

    private static boolean isAlsoAVerb(String month) {
        return month.equals("may") || month.equals("march") || month.equals("mar") || month.equals("MAY");
    }

    private static boolean isOrdinal(String day) {
        return Character.isLetter(day.charAt(day.length() - 1));
    }

    private static boolean isWhole(Hit hit, NormalText normal) {
        return Edges.isApart(normal.text(), hit.start(), hit.end(), ".-/:", ".-/:")
                || isTimeStamp(normal.text(), hit.end());
    }

    /** A day of birth stands in brackets behind a name: {@code (8.8.44)}. */
    private static boolean isBracketed(Hit hit, String text) {
        return hit.start() > 0
                && text.charAt(hit.start() - 1) == '('
                && hit.end() < text.length()
                && text.charAt(hit.end()) == ')'
                && NumericDate.isOne(hit.group(1), hit.group(3), hit.group(5), true);
    }

    private static boolean isTimeStamp(String text, int end) {
        return end + 2 < text.length() && text.charAt(end) == 'T' && Edges.isDigit(text.charAt(end + 1));
    }

    private static boolean isDateAt(Hit hit, NormalText normal) {
        return !NO_DATE_BEHIND
                        .matcher(Surroundings.after(normal.text(), hit.end(), 20))
                        .find()
                && !NO_DATE_BEFORE
                        .matcher(Surroundings.before(normal.text(), hit.start(), 20))
                        .find();
    }
}
