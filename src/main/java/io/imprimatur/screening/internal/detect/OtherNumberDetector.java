package io.imprimatur.screening.internal.detect;

import static io.imprimatur.screening.internal.detect.IntroducedNumber.NUMBER_WORD;

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
 * Codes of one person or case that the other paragraphs do not name: passports, specimens, study participants, cases.
 * A long number of no known kind needs a look; numbers of publications, trials, grants and money do not.
 */
@Component
class OtherNumberDetector implements Detector {
    private static final Pattern LONG = Pattern.compile("\\d{9,30}");
    private static final Pattern PUBLIC_NUMBER_BEFORE = Pattern.compile(
            "(?i)(?:[$€£#]|\\b(?:isbn|issn|doi|pmid|pmcid|pmc|nct|npi|grant|ein|orcid|eudract|cas|upc|ean|gtin|lot|ndc|tax\\s+id)"
                    + "(?:[-:.\\s]|1[03]|no|number|is)*|(?:https?://|www\\.|\\.(?:com|org|gov|edu|net)/|10\\.\\d{4}/)\\S*?)[\\d.-]*$");
    private static final List<IntroducedNumber> NUMBERS = List.of(
            new IntroducedNumber(
                    Identifier.OTHER_ID,
                    Severity.BLOCK,
                    4,
                    "passport(?:" + NUMBER_WORD
                            + ")?|(?:national|alien|student|resident|participant|subject|study\\s+(?:participant|subject)"
                            + "|donor|prisoner|inmate|client|specimen|sample|accession|prescription|rx|case|claim|referral)"
                            + "\\s*(?:numbers?\\b|no\\b|ids?\\b|identifiers?|#)"),
            new IntroducedNumber(
                    Identifier.OTHER_ID,
                    Severity.REVIEW,
                    4,
                    "(?:reference|ref|confirmation|ticket|order|badge|employee|staff|file|tracking|registration|booking|appointment)"
                            + "\\s*(?:numbers?\\b|no\\b|ids?\\b|#)"));
    private static final int LOOK_BACK = 80;

    @Override
    public String name() {
        return "other-number";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var text = normal.text();
        var found = new ArrayList<Finding>();
        for (var match = LONG.matcher(text); match.find(); ) {
            if (Edges.isWholeNumber(text, match.start(), match.end())
                    && !PUBLIC_NUMBER_BEFORE
                            .matcher(Surroundings.before(text, match.start(), LOOK_BACK))
                            .find()) {
                found.add(Finding.of(Identifier.OTHER_ID, match.start(), match.end(), Severity.REVIEW));
            }
        }
        NUMBERS.forEach(number -> found.addAll(number.in(text)));
        return found;
    }
}
