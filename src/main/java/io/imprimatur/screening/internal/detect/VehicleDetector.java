package io.imprimatur.screening.internal.detect;

import com.google.re2j.Pattern;
import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Severity;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Vehicle identification numbers by their check digit or the word VIN, and licence plates by their words. */
@Component
class VehicleDetector implements Detector {
    private static final Pattern VIN = Pattern.compile("(?i)[A-HJ-NPR-Z\\d]{17}");
    private static final Pattern VIN_WORD = Pattern.compile(
            "(?i)\\b(?:vin|vehicle\\s+(?:identification|id))\\b(?:\\s*(?:number|no|is|was|[:#=.,-])){0,3}\\s*([A-Z\\d]{11,17})");
    private static final Pattern PLATE = Pattern.compile(
            "(?i)\\b(?:licen[cs]e|number|registration|vehicle|car)\\s+(?:plates?|tag)(?:\\s+(?:number|no))?\\b"
                    + "(?:\\s*(?:number\\b|no\\b|is\\b|was\\b|reads?\\b|reading\\b|[:#=,\"'-])){0,3}\\s*([A-Z\\d]{1,4}[- ]?[A-Z\\d]{2,5})");
    private static final int FEWEST_DIGITS = 4;

    @Override
    public String name() {
        return "vehicle";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var text = normal.text();
        var found = new ArrayList<Finding>();
        for (var match = VIN.matcher(text); match.find(); ) {
            var number = match.group();
            var digits = Edges.digits(number);
            if (digits >= FEWEST_DIGITS
                    && digits < number.length()
                    && Edges.standsAlone(text, match.start(), match.end())
                    && CheckDigits.vin(number)) {
                found.add(Finding.of(Identifier.VEHICLE, match.start(), match.end(), Severity.BLOCK));
            }
        }
        for (var pattern : List.of(VIN_WORD, PLATE)) {
            for (var match = pattern.matcher(text); match.find(); ) {
                if (Edges.digits(match.group(1)) > 0 && Edges.standsAlone(text, match.start(1), match.end(1))) {
                    found.add(Finding.of(Identifier.VEHICLE, match.start(1), match.end(1), Severity.BLOCK));
                }
            }
        }
        return found;
    }
}
