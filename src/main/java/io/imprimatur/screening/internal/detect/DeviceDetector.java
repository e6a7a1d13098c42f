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
 * Serial numbers by their words, GS1 unique device identifiers with a serial part, and network hardware addresses.
 * Lot and model numbers belong to no one device and are left alone.
 */
@Component
class DeviceDetector implements Detector {
    private static final Pattern HARDWARE_ADDRESS =
            Pattern.compile("(?i)[\\dA-F]{2}(?:(?::[\\dA-F]{2}){5}|(?:-[\\dA-F]{2}){5})");
    private static final Pattern GS1 =
            Pattern.compile("\\(01\\)\\s?\\d{14}[^\\n]{0,40}?\\(21\\)\\s?[A-Za-z\\d-]{1,20}");
    private static final List<IntroducedNumber> NUMBERS = List.of(new IntroducedNumber(
            Identifier.DEVICE,
            Severity.BLOCK,
            3,
            "serial(?:" + NUMBER_WORD
                    + "|\\s*[:#])|s/n\\b|imei|udi\\b|(?:device|implant|pacemaker|icd|pump|stimulator|monitor)"
                    + "\\s*(?:id\\b|identifier|serial|no\\b|#|number\\b)"));

    @Override
    public String name() {
        return "device";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var text = normal.text();
        var found = new ArrayList<Finding>();
        for (var pattern : List.of(HARDWARE_ADDRESS, GS1)) {
            for (var match = pattern.matcher(text); match.find(); ) {
                if (Edges.isWholeNumber(text, match.start(), match.end())) {
                    found.add(Finding.of(Identifier.DEVICE, match.start(), match.end(), Severity.BLOCK));
                }
            }
        }
        NUMBERS.forEach(number -> found.addAll(number.in(text)));
        return found;
    }
}
