package io.imprimatur.screening.internal.detect;

import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.NormalText.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Words that speak of one patient. */
final class PatientWords {
    static final Probe CARE_OF_ONE = Probe.atWords(
            Probe.words("born birth birthdate birthday dob doa dos death admission discharge service injury procedure "
                    + "admitted readmitted admit hospitalized hospitalised discharged diagnosed died deceased passed "
                    + "intubated extubated seen underwent came presented presents presenting transferred expired delivered "
                    + "operated diagnosis dx dc"),
            12,
            25,
            "(?i)\\b(?:born|birth\\s?date|d\\.?\\s?o\\.?\\s?b|(?-i:DO[AS])|(?-i:d/c'?d|dx'?d?)"
                    + "|date\\s+of\\s+(?:birth|death|admission|discharge|service|surgery|injury|procedure|visit)"
                    + "|(?:re-?)?admitted|admi(?:t|ssion)\\s+date|hospitali[sz]ed|discharged|discharge\\s+date"
                    + "|diagnosed|died|deceased|passed\\s+away|(?:in|ex)tubated|was\\s+(?:last\\s+)?seen|last\\s+seen|underwent"
                    + "|was\\s+transferred|came\\s+in|(?:presented|presents|presenting)\\s+(?:with|to|for|on))(?:\\b|\\d)");
    private static final Set<String> PATIENT = Set.of("patient", "patients");
    static final Probe A_PATIENT =
            Probe.atWords(PATIENT, 30, 30, "(?i)\\ban?\\s+(?:[\\w-]+\\s+)?patient\\b[\\s,]*([a-z]+)?");
    static final Probe THE_PATIENT = Probe.atWords(
            PATIENT,
            25,
            30,
            "(?i)(?:\\b(?:my|our|the|this|that|one)\\s+|^\\s*|[.:;]\\s+)patient(?:'s|\\b)[\\s,]*([a-z]+)?");
    /** In capitals it is also physiotherapy, or a test of how blood clots. */
    static final Probe PT =
            Probe.startingAtWords(Set.of("pt", "pts"), 12, "[Pp]t(?:'s|s|\\b)[^/]|PT\\s+(?:is|was|has|had)\\b");

    static final Probe MINE = Probe.atWords(
            Probe.words("appointment appt surgery results labs biopsy scan mri prescription refill chart chemo visit "
                    + "procedure medication meds symptoms diagnosis doctor had operation ultrasound rash"),
            25,
            18,
            "(?i)\\b(?:my|his|her)\\s+(?:[a-z]+\\s+)?(?:appointment|appt|surgery|results|labs|biopsy|scan|mri|prescription|refill|chart"
                    + "|chemo|visit|procedure|medication|meds|symptoms|diagnosis|doctor|operation|ultrasound|rash)\\b|\\bi\\s+had\\s+(?:the|a|an|my|some)\\b");
    static final Probe AGE_AND_SEX = Probe.startingAt(
            PatientWords::ages,
            "(?i)\\d{1,3}[\\s-]*(?:(?:y\\.?\\s?/?\\s?o\\.?|yr|y)\\b\\s*(?:old\\b)?|(?-i:[MF])\\b"
                    + "|(?:years?|yrs?|months?|mos?|weeks?|wks?|days?)[\\s-]*old\\s+(?:[\\w-]+\\s+){0,2}(?:m|f|male|female|man|woman|boy|girl|patient|gentleman|lady|infant|child)\\b)");
    static final Probe FAMILY = Probe.atWords(
            Probe.words(
                    "mom mum mother dad father wife husband son daughter sister brother grandma grandmother grandpa "
                            + "grandfather aunt uncle child kid baby partner client neighbor neighbour resident"),
            12,
            12,
            "(?i)\\b(?:my|his|her|the)\\s+(?:[a-z]+\\s+)?(?:mom|mum|mother|dad|father|wife|husband|son|daughter|sister|brother|grand(?:ma|mother|pa|father)|aunt|uncle"
                    + "|child|kid|baby|partner|client|neighbou?r|resident)\\b");
    /** With one of these behind, the word is about many. */
    static final Set<String> COMPOUNDS =
            Probe.words("access advisory advocacy advocate advocates care communities community council day education "
                    + "engagement entrance experience families family forum gateway guide handbook information line "
                    + "network outcomes parking population portal relations resource resources rights room rooms safety "
                    + "satisfaction services stories support survey tower transport volume website week wing");

    private PatientWords() {}

    /** Numbers with a unit of age, or the letter of a sex, behind. */
    private static List<Span> ages(NormalText normal) {
        var text = normal.text();
        var windows = new ArrayList<Span>();
        for (var run : normal.figures().runs()) {
            int at = run.end();
            while (at < text.length() && at - run.end() < 2 && (text.charAt(at) == ' ' || text.charAt(at) == '-')) {
                at++;
            }
            if (run.end() - run.start() <= 3 && at < text.length() && "yYmMfFwWdD".indexOf(text.charAt(at)) >= 0) {
                windows.add(Windows.behind(text, run.start(), 50));
            }
        }
        return windows;
    }
}
