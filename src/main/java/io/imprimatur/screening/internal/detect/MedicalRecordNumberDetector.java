package io.imprimatur.screening.internal.detect;

import static io.imprimatur.screening.internal.detect.IntroducedNumber.NUMBER_WORD;

import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Severity;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Medical record, chart, patient and encounter numbers, introduced by their usual words. */
@Component
class MedicalRecordNumberDetector implements Detector {
    private static final List<IntroducedNumber> NUMBERS = List.of(
            new IntroducedNumber(
                    Identifier.MRN,
                    Severity.BLOCK,
                    3,
                    Set.of("mrn", "mrns", "mr", "medrec", "mpi", "empi"),
                    "m\\.?r\\.?n\\.?s?|mr\\s?#|medrec|e?mpi(?:" + NUMBER_WORD + ")?"),
            new IntroducedNumber(
                    Identifier.MRN,
                    Severity.BLOCK,
                    4,
                    Probe.words(
                            "record records chart patient pt hospital encounter visit admission episode emr ehr pmr epic cerner "
                                    + "unit patientid csn har"),
                    "(?:medical|health|patient|hospital|clinic)(?:'s)?[\\s_-]+records?(?:" + NUMBER_WORD + ")?"
                            + "|(?:chart|record|pt|patient|unit)\\s*#|patientid|csn|har\\b"
                            + "|(?:patient|pt|hospital|chart|encounter|visit|admission|episode|[ep]mr|ehr|epic|cerner|unit)"
                            + NUMBER_WORD + "|records?\\s+(?:no\\b|id\\b|number\\s*(?:[:#=]|is))"
                            + "|(?:chart|emr|ehr|epic)\\s*[:#]"),
            new IntroducedNumber(
                    Identifier.MRN,
                    Severity.BLOCK,
                    6,
                    Set.of("chart", "record", "encounter"),
                    "chart|record|encounter"));

    @Override
    public String name() {
        return "medical-record-number";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        return NUMBERS.stream().flatMap(number -> number.in(normal).stream()).toList();
    }
}
