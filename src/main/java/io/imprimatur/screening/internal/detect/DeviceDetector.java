package io.imprimatur.screening.internal.detect;

import static io.imprimatur.screening.internal.detect.IntroducedNumber.NUMBER_WORD;

import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.NormalText.Span;
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
    private static final Probe HARDWARE_ADDRESS =
            Probe.within(DeviceDetector::pairs, "(?i)[\\dA-F]{2}(?:(?::[\\dA-F]{2}){5}|(?:-[\\dA-F]{2}){5})");
    private static final Probe GS1 = Probe.atFigures(
            group -> group.digits() >= 14, 5, 60, "\\(01\\)\\s?\\d{14}[^\\n]{0,40}?\\(21\\)\\s?[A-Za-z\\d-]{1,20}");
    private static final String KINDS =
            "devices?|implant|pacemaker|pacer|icd|aicd|crt-d|defibrillator|pump|stimulator|monitor|cgm"
                    + "|sensor|ventilator|glucometer|cpap|bipap|prosthesis|stent|valve|catheter|hearing\\s+aid|cochlear\\s+implant|wheelchair"
                    + "|iphone|phone|laptop|tablet|watch|loop\\s+recorder|lvad|port";
    private static final IntroducedNumber NUMBER = new IntroducedNumber(
            Identifier.DEVICE,
            Severity.BLOCK,
            3,
            Probe.words(
                    "serial sn ser imei meid udid udi mac device devices implant pacemaker pacer icd aicd defibrillator "
                            + "pump stimulator monitor cgm sensor ventilator glucometer cpap bipap prosthesis stent valve catheter "
                            + "aid wheelchair recorder lvad port"),
            "serial(?:ized)?(?:" + NUMBER_WORD
                    + "|\\s*[:#]|\\s)|\\bser\\.?\\s*(?:no\\b|#)|\\bs/n\\b|\\bsn\\b\\.?|imei|meid|udid|udi\\b" + "|(?:"
                    + KINDS + ")\\s*(?:ids?\\b|identifiers?|serial|no\\b|#|numbers?\\b|:\\s*#?)");

    @Override
    public String name() {
        return "device";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var found = new ArrayList<Finding>();
        shaped(HARDWARE_ADDRESS, normal, found);
        shaped(GS1, normal, found);
        found.addAll(NUMBER.in(normal));
        return found;
    }

    /** Where the same mark stands before and behind two characters. */
    private static List<Span> pairs(NormalText normal) {
        var text = normal.text();
        var windows = new Windows(text, 3, 18);
        for (int at = 0; at + 3 < text.length(); at++) {
            var unit = text.charAt(at);
            if ((unit == ':' || unit == '-') && text.charAt(at + 3) == unit) {
                windows.add(at, at + 1);
            }
        }
        return windows.all();
    }

    private static void shaped(Probe shape, NormalText normal, List<Finding> found) {
        for (var hit : shape.in(normal)) {
            if (Edges.isWholeNumber(normal.text(), hit.start(), hit.end())) {
                found.add(hit.finding(Identifier.DEVICE, Severity.BLOCK));
            }
        }
    }
}
