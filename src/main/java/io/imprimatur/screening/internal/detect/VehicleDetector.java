package io.imprimatur.screening.internal.detect;

import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.NormalText.Span;
import io.imprimatur.screening.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Vehicle identification numbers by their check digit or the word VIN, and licence plates by their words. */
@Component
class VehicleDetector implements Detector {
    private static final Probe VIN = Probe.within(VehicleDetector::wordsOfItsLength, "(?i)[A-HJ-NPR-Z\\d]{17}");
    private static final String IS =
            "(?:\\s*(?:number\\b|no\\b|num\\b|is\\b|was\\b|reads?\\b|reading\\b|of\\b|with\\b|[:#=.,\"'(-])){0,4}\\s*";
    private static final Probe VIN_WORD = Probe.atWordsByDigits(
            Set.of("vin", "vehicle"),
            5,
            70,
            "(?i)\\b(?:vin|vehicle\\s+(?:identification|id|identifier))(?:\\b|_|[\\d])" + IS + "([A-Z\\d]{6,17})");
    private static final Probe PLATE = Probe.atWordsByDigits(
            Set.of("plate", "plates", "tag", "tags"),
            30,
            60,
            "(?i)\\b(?:(?:licen[cs]e|number|registration|vehicle|car|truck|temp|vanity|[A-Z]{2}|\\p{L}+)\\s+)?(?:plates?|(?:vehicle|car|licen[cs]e)\\s+tags?)\\b"
                    + IS + "((?-i:[A-Z\\d]{1,4}[- ]?[A-Z\\d]{2,5}(?:[- ][A-Z\\d]{1,4})?)|[A-Z\\d]{5,8})");
    private static final int VIN_LENGTH = 17;
    private static final int FEWEST_DIGITS = 4;
    private static final int SHORTEST_PLATE = 5;

    @Override
    public String name() {
        return "vehicle";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var text = normal.text();
        var found = new ArrayList<Finding>();
        for (var hit : VIN.in(normal)) {
            var number = hit.group();
            var digits = Edges.digits(number);
            if (digits >= FEWEST_DIGITS
                    && digits < number.length()
                    && Edges.standsAlone(text, hit.start(), hit.end())
                    && CheckDigits.vin(number)) {
                found.add(hit.finding(Identifier.VEHICLE, Severity.BLOCK));
            }
        }
        for (var hit : VIN_WORD.in(normal)) {
            named(found, text, hit);
        }
        for (var hit : PLATE.in(normal)) {
            if (hit.group(1).length() >= SHORTEST_PLATE) {
                named(found, text, hit);
            }
        }
        return found;
    }

    private static List<Span> wordsOfItsLength(NormalText normal) {
        var text = normal.text();
        var windows = new Windows(text, 0, 0);
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || !Character.isLetterOrDigit(text.charAt(at))) {
                if (at - start == VIN_LENGTH) {
                    windows.add(start, at);
                }
                start = at + 1;
            }
        }
        return windows.all();
    }

    private static void named(List<Finding> found, String text, Hit hit) {
        if (Edges.digits(hit.group(1)) > 0 && Edges.standsAlone(text, hit.start(1), hit.end(1))) {
            found.add(hit.finding(Identifier.VEHICLE, Severity.BLOCK, 1));
        }
    }
}
