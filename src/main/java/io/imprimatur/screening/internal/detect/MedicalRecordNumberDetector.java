package io.imprimatur.screening.internal.detect;

import static io.imprimatur.screening.internal.detect.IntroducedNumber.NUMBER_WORD;

import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Severity;
import java.util.List;
import org.springframework.stereotype.Component;

/** Medical record, chart, patient and encounter numbers, introduced by their usual words. */
@Component
class MedicalRecordNumberDetector implements Detector {
    private static final List<IntroducedNumber> NUMBERS = List.of(
            new IntroducedNumber(Identifier.MRN, Severity.BLOCK, 3, "mrns?|mr\\s?#|m\\.r\\.n\\.?"),
            new IntroducedNumber(
                    Identifier.MRN,
                    Severity.BLOCK,
                    4,
                    "(?:medical|health|patient|hospital)\\s+records?(?:" + NUMBER_WORD + ")?|(?:chart|record)\\s*#"
                            + "|(?:patient|hospital|chart|encounter|visit|admission|episode|[ep]mr|ehr|emr|epic)"
                            + NUMBER_WORD + "|record\\s+(?:no\\b|id\\b|number\\s*(?:[:#=]|is))"));

    @Override
    public String name() {
        return "medical-record-number";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var text = normal.text();
        return NUMBERS.stream().flatMap(number -> number.in(text).stream()).toList();
    }
}
