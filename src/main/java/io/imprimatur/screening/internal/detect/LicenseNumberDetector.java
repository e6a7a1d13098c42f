package io.imprimatur.screening.internal.detect;

import static io.imprimatur.screening.internal.detect.IntroducedNumber.NUMBER_WORD;

import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Numbers of licences and certificates, introduced by their usual words; a driving licence is sure to be a person's. A
 * prescriber's DEA number is known by its check digit too.
 */
@Component
class LicenseNumberDetector implements Detector {
    private static final Set<String> PAPERS = Probe.words(
            "license licence licenses lic licensure certificate cert certification registration permit dea cdl "
                    + "dl board");
    private static final List<IntroducedNumber> NUMBERS = List.of(
            new IntroducedNumber(
                    Identifier.LICENSE,
                    Severity.BLOCK,
                    4,
                    PAPERS,
                    "(?:driv(?:er'?s?'?|ing)|operator'?s?)\\s+(?:licen[cs]e|lic\\b\\.?|permit)(?:" + NUMBER_WORD
                            + ")?|(?:c?dl|d\\.l\\.?)(?:\\s*(?:[:#-]|no\\b|number\\b|is\\b)|" + NUMBER_WORD + "|\\s)"
                            + "|(?:birth|death|marriage)\\s+certificate(?:" + NUMBER_WORD + ")?"),
            new IntroducedNumber(
                    Identifier.LICENSE,
                    Severity.REVIEW,
                    4,
                    PAPERS,
                    "(?:(?:nursing|medical|professional|state|pharmacy|pilot'?s?|boating|fishing|hunting|teaching|real\\s+estate"
                            + "|firearms?|gun|concealed\\s+carry|contractor'?s?|cosmetology|counsel(?:l)?ing|dental|rn|md|board)\\s+)?"
                            + "(?:licen[cs]e|lic|licensure|certificate|cert|certification|registration|permit)"
                            + "(?:" + NUMBER_WORD
                            + "|\\s*[:#])|(?:nursing|medical|professional|pharmacy|pilot'?s?|teaching|rn|md)\\s+"
                            + "(?:licen[cs]e|permit|certificate)|lic\\b\\.?|dea(?:" + NUMBER_WORD + ")?"));
    /** 21 CFR 1301: two letters, six digits and a check digit. */
    private static final Probe DEA = Probe.atFigures(
            group -> group.digits() == 7 && group.runs() == 1, 2, 0, "(?i)[ABCDEFGHJKLMPRSTUX][A-Z9]\\d{7}");

    @Override
    public String name() {
        return "license-number";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var found = new ArrayList<Finding>();
        NUMBERS.forEach(number -> found.addAll(number.in(normal)));
        for (var hit : DEA.in(normal)) {
            if (Edges.standsAlone(normal.text(), hit.start(), hit.end())
                    && CheckDigits.dea(hit.group().substring(2))) {
                found.add(hit.finding(Identifier.LICENSE, Severity.REVIEW));
            }
        }
        return found;
    }
}
