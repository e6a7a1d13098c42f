package io.imprimatur.screening.internal.detect;

import static io.imprimatur.screening.internal.detect.DateWords.DAY;

import com.google.re2j.Pattern;
import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.NormalText.Span;
import io.imprimatur.screening.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Short dates, such as 3/14 or 031462, which only the words before them, or a leading nought, give away. */
@Component
class IntroducedDateDetector implements Detector {
    private static final Set<String> BIRTH =
            Probe.words("dob born birth birthdate birthday death admission discharge service bday doa dos dod");
    private static final String BIRTH_WORDS =
            "(?i)\\b(?:d\\.?\\s?o\\.?\\s?[bdas]\\.?|date\\s+of\\s+(?:birth|death|admission|discharge|service|surgery|visit)"
                    + "|(?:birth|admission|discharge|service|visit|surgery|death)\\s?date|birthday|born|bday)(?:\\s*(?:is|was|on|of|[:=#(,-])){0,3}\\s*";
    private static final Probe WHOLE = Probe.atWordsByDigits(
            BIRTH,
            12,
            40,
            BIRTH_WORDS + "(\\d{1,4}[-/. ]\\d{1,2}[-/. ]\\d{1,4}|\\d{8}|\\d{6}|\\d{1,2}[/-]\\d{1,2})\\b");
    private static final String DAY_OF_MONTH = "(?:0?[1-9]|1[0-2])/" + DAY;
    private static final String DAYS_OF_MONTH =
            "(" + DAY_OF_MONTH + "(?:\\s?(?:-|to|through|thru)\\s?" + DAY_OF_MONTH + "(?:/\\d{2,4})?)?)\\b";
    private static final Set<String> CARE = Probe.words(
            "on date dated dob born birth admitted admit discharged died seen since from until through visit "
                    + "visited appointment appt surgery procedure started scheduled follow up fu f dc doa dos by last next "
                    + "labs mri ct xray scan biopsy evaluated presented ed er clinic operated dx diagnosed transferred "
                    + "intubated delivered expired hospitalized lmp edd hx work school starting effective screening exam "
                    + "saw dose");
    private static final List<Probe> SHORT = List.of(
            Probe.startingAtWordsBeforeDigits(
                    CARE,
                    50,
                    "(?i)[\\p{L}/]+[:\\s,(@-]{1,3}(?:(?:on|for|visit|date|was|is|of|it|him|her|here|again|back|in|to|clinic|ED|ER)[:\\s]\\s?){0,3}"
                            + DAYS_OF_MONTH),
            Probe.atFigures(
                    group -> group.runs() >= 2,
                    0,
                    25,
                    "(?i)\\b" + DAYS_OF_MONTH
                            + "\\s+(?:pt|patient|visit|appt|appointment|labs?|scan|mri|ct|surgery|note|admission|echo|x-?ray|consult|clinic)\\b"),
            Probe.atFigures(
                    group -> group.digits() >= 3 && group.runs() >= 2,
                    0,
                    0,
                    "\\b(0[1-9]/" + DAY + "|(?:1[0-2])/0[1-9])\\b"));
    private static final Probe BEHIND_WEEKDAY =
            Probe.startingAtWords(DateWords.WEEKDAYS, 25, "(?i)" + DateWords.WEEKDAY + "[.,]?\\s+" + DAYS_OF_MONTH);
    /** A day that no scale of illness ends with. */
    private static final Probe LATE_DAY = Probe.atFigures(
            group -> group.digits() >= 3 && group.runs() >= 2,
            0,
            0,
            "\\b((?:[1-9]|1[0-2])/(?:1[34789]|2[235679]|31))\\b");

    private static final Pattern NO_DATE = Pattern.compile(
            "(?i)\\b(?:pain|scale|score[ds]?|strength|power|motor|murmur|apgars?|rat(?:ed|ing)|severity|reflex(?:es)?|vision|visual|acuity|ratio|gcs|grade|systolic|bp|tablet|tab|tablets|dose[sd]?|percocet|norco|vicodin|hydrocodone|hctz|stars?|mg|mcg|quadrants?|exp(?:ires|iry|iration)?|inch(?:es)?|bottles|cultures|phq|gad|mmse|moca|ns|pulses?|likelihood|criteria)\\b");

    @Override
    public String name() {
        return "introduced-date";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var text = normal.text();
        var found = new ArrayList<Finding>();
        for (var hit : WHOLE.in(normal)) {
            if (Edges.endsNumber(text, hit.end(1))) {
                found.add(Finding.of(
                        Identifier.DATE,
                        IntroducedNumber.joinedStart(text, hit.start(), hit.start(1)),
                        hit.end(1),
                        Severity.BLOCK));
            }
        }
        var shortDates = new ArrayList<Hit>();
        SHORT.forEach(probe -> shortDates.addAll(probe.in(normal)));
        LATE_DAY.in(normal).stream()
                .filter(hit -> PatientContext.of(normal).around(hit.start(), hit.end()))
                .forEach(shortDates::add);
        shortDates.removeIf(hit -> !isShortDate(text, hit));
        BEHIND_WEEKDAY.in(normal).stream()
                .filter(hit -> Edges.isWholeNumber(text, hit.start(1), hit.end(1)))
                .forEach(shortDates::add);
        if (!shortDates.isEmpty()) {
            var patient = PatientContext.of(normal);
            shortDates.forEach(hit -> found.add(finding(WholeDate.around(text, hit.start(1), hit.end(1)), patient)));
        }
        return found;
    }

    private static Finding finding(Span date, PatientContext patient) {
        return Finding.of(
                Identifier.DATE,
                date.start(),
                date.end(),
                patient.around(date.start(), date.end()) ? Severity.BLOCK : Severity.REVIEW);
    }

    /** 5/10 is also how much it hurts, and 1/2 a tablet. */
    private static boolean isShortDate(String text, Hit hit) {
        return Edges.isWholeNumber(text, hit.start(1), hit.end(1))
                && !NO_DATE.matcher(Surroundings.before(text, hit.start(1), 25)).find()
                && !NO_DATE.matcher(Surroundings.after(text, hit.end(1), 18)).find();
    }
}
