package io.imprimatur.screening.internal.detect;

import static io.imprimatur.screening.internal.detect.DateWords.DAY;
import static io.imprimatur.screening.internal.detect.DateWords.MONTH;
import static io.imprimatur.screening.internal.detect.DateWords.MONTHS;
import static io.imprimatur.screening.internal.detect.DateWords.WEEKDAY;
import static io.imprimatur.screening.internal.detect.DateWords.WEEKDAYS;

import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Severity;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Days told from today, by their weekday, month or feast: next to one patient they tell a date. Days since an operation
 * and how long something lasted do not.
 */
@Component
class RelativeDateDetector implements Detector {
    private static final String COUNT =
            "(?:\\d{1,2}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a\\s+few|a\\s+couple(?:\\s+of)?|couple\\s+of)";
    private static final String UNIT = "(?:days?|weeks?|wks?|months?|nights?|weekends?|fortnights?)";
    private static final String PART = "(?:\\s+(?:early\\s+|late\\s+)?(?:morning|afternoon|evening|night|noon))?";
    private static final String FEAST =
            "(?:christmas(?:\\s+(?:eve|day))?|new\\s+year'?s(?:\\s+(?:eve|day))?|thanksgiving(?:\\s+day)?|easter(?:\\s+(?:sunday|monday|weekend))?|good\\s+friday"
                    + "|halloween|valentine'?s\\s+day|(?:fourth|4th)\\s+of\\s+july|independence\\s+day|labor\\s+day|memorial\\s+day|mother'?s\\s+day"
                    + "|father'?s\\s+day|veterans\\s+day|presidents'?\\s+day|mlk\\s+day|juneteenth|boxing\\s+day|hanukkah|yom\\s+kippur|passover|ramadan|eid|diwali)";
    private static final Set<String> FEASTS = Probe.words(
            "christmas year thanksgiving easter friday halloween valentine valentines july independence labor "
                    + "memorial mother father mothers fathers veterans presidents mlk juneteenth boxing hanukkah kippur "
                    + "passover ramadan eid diwali");

    private static final List<Probe> PROBES = List.of(
            Probe.atWords(
                    Set.of("yesterday", "tonight", "tomorrow"),
                    20,
                    20,
                    "(?i)\\b((?:the\\s+day\\s+(?:before|after)\\s+)?(?:yesterday|tomorrow)" + PART + "|tonight)\\b"),
            Probe.atWords(
                    Set.of("ago"),
                    40,
                    12,
                    "(?i)\\b(" + COUNT + "\\s+" + UNIT + "\\s+ago" + PART + "|" + COUNT
                            + "\\s+years?\\s+ago\\s+today)\\b"),
            Probe.atWords(
                    Set.of("last", "past", "next", "this", "earlier"),
                    10,
                    35,
                    "(?i)\\b((?:earlier\\s+this|later\\s+this|(?:this\\s+)?past|last|next|this)\\s+(?:" + WEEKDAY + PART
                            + "|night|week(?:end)?|month|morning|afternoon|evening|" + MONTH
                            + ")|earlier\\s+today)\\b"),
            Probe.atWords(
                    WEEKDAYS,
                    30,
                    25,
                    "(?i)\\b((?:on\\s+(?:early\\s+|late\\s+)?)?(?:mon|tues|wednes|thurs|fri|satur|sun)day" + PART
                            + ")\\b"),
            Probe.atWords(
                    Set.of("the"),
                    4,
                    16,
                    "(?i)\\bon\\s+(the\\s+" + DAY
                            + "(?:st|nd|rd|th))(?:[\\s]*[.,;!?\\n)]|\\s*$|\\s+(?:with|for|and|she|he|of\\s+(?:last|this))\\b)"),
            Probe.atWords(
                    FEASTS,
                    45,
                    25,
                    "(?i)\\b((?:" + COUNT + "\\s+(?:" + UNIT
                            + ")\\s+(?:after|before)\\s+|the\\s+(?:day|night|week|weekend|morning)\\s+(?:after|before|of)\\s+)?"
                            + FEAST + ")\\b"),
            Probe.atWords(
                    MONTHS,
                    22,
                    10,
                    "(?:\\b(?i:in|since|last|during|until|late|early|mid|this\\s+past|back\\s+in)[\\s-]+)((?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec))\\b"));

    @Override
    public String name() {
        return "relative-date";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var hits = PROBES.stream().flatMap(probe -> probe.in(normal).stream()).toList();
        if (hits.isEmpty()) {
            return List.of();
        }
        var patient = PatientContext.of(normal);
        return hits.stream()
                .filter(hit -> Edges.standsAlone(normal.text(), hit.start(1), hit.end(1)))
                .filter(hit -> patient.around(hit.start(1), hit.end(1)))
                .map(hit -> hit.finding(Identifier.DATE, Severity.REVIEW, 1))
                .toList();
    }
}
