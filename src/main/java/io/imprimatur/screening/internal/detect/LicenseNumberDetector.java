package io.imprimatur.screening.internal.detect;

import static io.imprimatur.screening.internal.detect.IntroducedNumber.NUMBER_WORD;

import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Severity;
import java.util.List;
import org.springframework.stereotype.Component;

/** Numbers of licences and certificates, introduced by their usual words; a driving licence is sure to be a person's. */
@Component
class LicenseNumberDetector implements Detector {
    private static final List<IntroducedNumber> NUMBERS = List.of(
            new IntroducedNumber(
                    Identifier.LICENSE,
                    Severity.BLOCK,
                    5,
                    "driv(?:er'?s?'?|ing)\\s+licen[cs]e(?:" + NUMBER_WORD + ")?|dl\\s*(?:#|no\\b)"
                            + "|(?:birth|death|marriage)\\s+certificate" + NUMBER_WORD),
            new IntroducedNumber(
                    Identifier.LICENSE,
                    Severity.REVIEW,
                    5,
                    "(?:(?:nursing|medical|professional|state|pharmacy)\\s+)?(?:licen[cs]e|licensure|certificate|certification|registration|permit)"
                            + NUMBER_WORD + "|dea(?:" + NUMBER_WORD + ")?"));

    @Override
    public String name() {
        return "license-number";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var text = normal.text();
        return NUMBERS.stream().flatMap(number -> number.in(text).stream()).toList();
    }
}
