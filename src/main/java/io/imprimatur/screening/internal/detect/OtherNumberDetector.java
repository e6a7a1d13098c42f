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
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Codes of one person or case that the other paragraphs do not name: passports, specimens, study participants, cases.
 * A long number of no known kind needs a look; numbers of publications, trials, grants and money do not.
 */
@Component
class OtherNumberDetector implements Detector {
    private static final Probe LONG = Probe.atFigures(group -> group.digits() >= 9, 0, 0, "\\d{9,30}");
    private static final Pattern PUBLIC_NUMBER_BEFORE = Pattern.compile(
            "(?i)(?:[$€£#]|\\b(?:isbn|issn|doi|pmid|pmcid|pmc|nct|npi|grant|ein|orcid|eudract|cas|upc|ean|gtin|lot|ndc|tax\\s+id)"
                    + "(?:[-:.\\s]|1[03]|no|number|is)*|(?:https?://|www\\.|\\.(?:com|org|gov|edu|net)/|10\\.\\d{4}/)\\S*?)[\\d.-]*$");
    private static final List<IntroducedNumber> NUMBERS = List.of(
            new IntroducedNumber(
                    Identifier.OTHER_ID,
                    Severity.BLOCK,
                    4,
                    Probe.words(
                            "passport national alien student resident participant subject donor prisoner inmate client specimen "
                                    + "sample accession prescription rx case claim referral visa military dod edipi veteran va voter "
                                    + "wristband bracelet tag authorization auth study research biopsy pathology caregiver transplant "
                                    + "tissue slide block barcode unos registry"),
                    "passport(?:" + NUMBER_WORD
                            + ")?|edipi|accession|barcode|(?:national|alien|student|resident|participant|subject|study(?:\\s+(?:participant|subject))?"
                            + "|donor|prisoner|inmate|client|specimen|sample|accession|prescription|rx|case|claim|referral|visa"
                            + "|military|dod|veteran|va|voter|wristband|bracelet|(?:prior\\s+)?auth(?:orization)?|research|biopsy"
                            + "|pathology|tissue|slide|block|transplant|unos|registry)"
                            + "\\s*(?:numbers?\\b|nos?\\b|ids?\\b|identifiers?|codes?\\b|#|[:]\\s*#?)"),
            new IntroducedNumber(
                    Identifier.OTHER_ID,
                    Severity.REVIEW,
                    3,
                    Set.of("id", "ids", "identifier", "uid", "uuid", "guid"),
                    "(?:\\b(?:unique|internal|external|system|user|device|login|tracking|record|their|his|her|my|your|patient|family|household)\\s+)?"
                            + "\\b(?:ids?|identifier|uu?id|guid)(?:\\s*[:#=-]|\\s+(?:number|no|code|is|was))"),
            new IntroducedNumber(
                    Identifier.OTHER_ID,
                    Severity.REVIEW,
                    4,
                    Probe.words(
                            "reference ref confirmation ticket order badge employee staff file tracking registration booking "
                                    + "appointment appt username user login portal barcode"),
                    "(?:reference|ref|confirmation|ticket|order|badge|employee|staff|file|tracking|registration|booking|app(?:ointmen)?t"
                            + "|user|login|portal|barcode)\\s*(?:numbers?\\b|nos?\\b|ids?\\b|codes?\\b|#|[:]\\s*#)|ref\\.?:|username|barcode"));
    private static final int LOOK_BACK = 80;

    @Override
    public String name() {
        return "other-number";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var text = normal.text();
        var found = new ArrayList<Finding>();
        for (var hit : LONG.in(normal)) {
            if (Edges.isWholeNumber(text, hit.start(), hit.end())
                    && !PUBLIC_NUMBER_BEFORE
                            .matcher(Surroundings.before(text, hit.start(), LOOK_BACK))
                            .find()) {
                found.add(hit.finding(Identifier.OTHER_ID, Severity.REVIEW));
            }
        }
        NUMBERS.forEach(number -> found.addAll(number.in(normal)));
        return found;
    }
}
