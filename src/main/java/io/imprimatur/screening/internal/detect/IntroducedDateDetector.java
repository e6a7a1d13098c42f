package io.imprimatur.screening.internal.detect;

import static io.imprimatur.screening.internal.detect.DateWords.DAY;
import static io.imprimatur.screening.internal.detect.DateWords.TIME;

import com.google.re2j.Pattern;
import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Short dates, such as 3/14 or 031462, which only the words before them, or a leading nought, give away. */
@Component
class IntroducedDateDetector implements Detector {
    private static final Set<String> BIRTH = Set.of(
            "dob",
            "born",
            "birth",
            "birthdate",
            "birthday",
            "death",
            "admission",
            "discharge",
            "service",
            "bday",
            "doa",
            "dos",
            "dod");
    private static final String BIRTH_WORDS =
            "(?i)\\b(?:d\\.?\\s?o\\.?\\s?[bdas]\\.?|date\\s+of\\s+(?:birth|death|admission|discharge|service)|birth\\s?da(?:te|y)|born|bday)"
                    + "(?:\\s*(?:is|was|on|of|[:=#(,-])){0,3}\\s*";
    private static final Probe WHOLE = Probe.atWordsByDigits(
            BIRTH,
            12,
            40,
            BIRTH_WORDS + "(\\d{1,4}[-/. ]\\d{1,2}[-/. ]\\d{1,4}|\\d{8}|\\d{6}|\\d{1,2}[/-]\\d{1,2})\\b");
    private static final Set<String> CARE = Set.of(
            "on",
            "date",
            "dated",
            "dob",
            "born",
            "birth",
            "admitted",
            "admit",
            "discharged",
            "died",
            "seen",
            "since",
            "from",
            "until",
            "through",
            "visit",
            "visited",
            "appointment",
            "appt",
            "surgery",
            "procedure",
            "started",
            "scheduled",
            "follow",
            "up",
            "fu",
            "f",
            "dc",
            "doa",
            "dos",
            "by",
            "last",
            "next",
            "labs",
            "mri",
            "ct",
            "xray",
            "scan",
            "biopsy",
            "evaluated",
            "presented",
            "ed",
            "er",
            "clinic",
            "operated",
            "dx",
            "diagnosed",
            "transferred",
            "intubated",
            "delivered",
            "expired",
            "hospitalized",
            "screening",
            "exam",
            "saw",
            "dose");
    private static final Probe MONTH_SLASH_DAY = Probe.atWordsByDigits(
            CARE,
            2,
            50,
            "(?i)\\b[\\p{L}/]+[:\\s,(@-]{1,3}(?:(?:on|for|visit|date|was|is|of|it|him|her|here|again|back|in|to|clinic|ED|ER)[:\\s]\\s?){0,3}((?:0?[1-9]|1[0-2])/"
                    + DAY + ")\\b" + TIME);
    private static final Probe WITH_NOUGHT =
            Probe.atFigures(group -> group.runs() >= 2, 0, 12, "\\b(0[1-9]/" + DAY + "|(?:1[0-2])/0[1-9])\\b" + TIME);
    private static final Pattern NO_DATE = Pattern.compile(
            "(?i)\\b(?:pain|scale|score[ds]?|strength|power|motor|murmur|apgars?|rat(?:ed|ing)|severity|reflex(?:es)?|vision|visual|acuity|ratio|gcs|grade|systolic|bp|tablet|tab|tablets|dose[sd]?|out\\s+of|percocet|norco|vicodin|hydrocodone|hctz|stars?|mg|mcg|quadrants?|pulses?|likelihood|criteria)\\b");

    @Override
    public String name() {
        return "introduced-date";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var text = normal.text();
        var found = new ArrayList<Finding>();
        for (var hit : WHOLE.in(normal)) {
            if (Edges.isWholeNumber(text, hit.start(1), hit.end(1))) {
                found.add(Finding.of(
                        Identifier.DATE,
                        IntroducedNumber.joinedStart(text, hit.start(), hit.start(1)),
                        hit.end(1),
                        Severity.BLOCK));
            }
        }
        var shortDates = new ArrayList<>(MONTH_SLASH_DAY.in(normal));
        shortDates.addAll(WITH_NOUGHT.in(normal));
        shortDates.removeIf(hit -> !isShortDate(text, hit));
        if (!shortDates.isEmpty()) {
            var patient = PatientContext.of(normal);
            shortDates.forEach(hit -> found.add(Finding.of(
                    Identifier.DATE,
                    hit.start(1),
                    hit.end(),
                    patient.around(hit.start(1), hit.end()) ? Severity.BLOCK : Severity.REVIEW)));
        }
        return found;
    }

    /** 5/10 is also how much it hurts, and 1/2 a tablet. */
    private static boolean isShortDate(String text, Hit hit) {
        return Edges.isWholeNumber(text, hit.start(1), hit.end(1))
                && !NO_DATE.matcher(Surroundings.before(text, hit.start(1), 25)).find()
                && !NO_DATE.matcher(Surroundings.after(text, hit.end(1), 18)).find();
    }
}
