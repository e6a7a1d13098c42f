package io.imprimatur.screening.internal.detect;

import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Social security numbers: three, two and four digits, or what their words introduce.
 *
 * <p>The Social Security Administration never assigned area 000, 666 or 900-999, group 00 or serial 0000. The range
 * 900-999 holds individual taxpayer identification numbers, which identify as well.
 */
@Component
class SocialSecurityNumberDetector implements Detector {
    private static final Probe FORMATTED = Probe.atFigures(
            group -> group.digits() >= 9 && group.runs() >= 3,
            0,
            0,
            "(\\d{3})([-./_ ]|\\s?-\\s?)(\\d{2})([-./_ ]|\\s?-\\s?)(\\d{4})");
    private static final Set<String> WORDS = Probe.words("ssn ssns ss social socials tax taxpayer itin sin nin last");
    private static final Probe INTRODUCED = Probe.atWordsByDigits(
            WORDS,
            5,
            110,
            "(?i)\\b(?:ssns?|ss\\s?#|ss\\s+(?:no|num|number)|socials?\\s+(?:security|insurance)(?:\\s+card)?"
                    + "|(?:social|ss)\\s*[:#-]|socials?\\s+(?:is|was|number|no|#|ending)|s\\.s\\.n?\\.?|tax(?:payer)?\\s+id(?:entification)?|itin"
                    + "|(?-i:SIN|NIN)\\b)"
                    + "[^\\d\\n*xX!?]{0,40}((?:[x*#•]{3}[- ]?[x*#•]{2}[- ]?\\d{4})|\\d{3}[-./_ ]{0,3}\\d{2,3}[-./_ ]{0,3}\\d{3,4}|\\d{4}\\b)");
    private static final Probe LAST_FOUR = Probe.atWordsByDigits(
            WORDS,
            30,
            110,
            "(?i)\\b(?:ssn|social(?:\\s+security)?(?:\\s+(?:number|no))?)\\b[^\\d\\n.!?]{0,20}"
                    + "(?:ending|ends|last\\s+(?:four|4))[^\\d\\n.!?]{0,20}(\\d{4})");
    private static final Probe LAST_FOUR_OF = Probe.atWordsByDigits(
            WORDS,
            5,
            110,
            "(?i)\\blast\\s+(?:four|4)(?:\\s+digits)?\\s+(?:of\\s+)?[^\\d\\n.!?]{0,25}(?:ssn|social)\\b[^\\d\\n.!?]{0,25}(\\d{4})");
    private static final Probe MASKED =
            Probe.atFigures(group -> group.digits() >= 4, 8, 0, "[xX*#•]{3}[- ][xX*#•]{2}[- ]\\d{4}");

    @Override
    public String name() {
        return "social-security-number";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var text = normal.text();
        var found = new ArrayList<Finding>();
        for (var number : FORMATTED.in(normal)) {
            var severity =
                    severity(number.group(1), number.group(2), number.group(3), number.group(4), number.group(5));
            if (severity != null && Edges.isWholeNumber(text, number.start(), number.end())) {
                found.add(number.finding(Identifier.SSN, severity));
            }
        }
        for (var pattern : List.of(INTRODUCED, LAST_FOUR, LAST_FOUR_OF)) {
            for (var number : pattern.in(normal)) {
                if (Edges.isApart(text, number.start(1), number.end(1), "", "-/")
                        || text.charAt(number.start(1) - 1) == 'N') {
                    var start = IntroducedNumber.joinedStart(text, number.start(), number.start(1));
                    found.add(Finding.of(Identifier.SSN, start, number.end(1), Severity.BLOCK));
                }
            }
        }
        for (var number : MASKED.in(normal)) {
            found.add(number.finding(Identifier.SSN, Severity.BLOCK));
        }
        return found;
    }

    /** Sure with equal hyphens or points; a look with anything else; null for what was never assigned. */
    private static @Nullable Severity severity(String area, String first, String group, String second, String serial) {
        if (area.equals("000") || area.equals("666") || group.equals("00") || serial.equals("0000")) {
            return null;
        }
        var hyphens = first.strip().equals(second.strip()) && !first.isBlank() && !first.equals("/");
        if (area.charAt(0) == '9') {
            return hyphens ? Severity.REVIEW : null;
        }
        return hyphens ? Severity.BLOCK : Severity.REVIEW;
    }
}
