package io.imprimatur.screening.internal.detect;

import com.google.re2j.Pattern;
import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.NormalText.Span;
import io.imprimatur.screening.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Addresses: street and number, box, flat, town with its state, postal code; what is written together is one finding.
 * Most addresses in posts are venues, so they need a look; one where somebody lives, or next to one patient, is sure.
 */
@Component
class StreetAddressDetector implements Detector {
    private static final Probe RESIDENCE = Probe.atWords(
            Probe.words(
                    "live lives lived living reside resides resided residing resident home house address place apartment"),
            20,
            15,
            "(?i)\\b(?:live[sd]?\\s+(?:at|on|in|near)|living\\s+(?:at|on|in)|resid(?:es?|ed|ing)\\b|resident\\s+of|home\\s+address"
                    + "|(?:my|his|her|their|patient'?s?)\\s+(?:home|house|address|place|apartment))\\b");
    private static final Pattern OTHER_LIVES = Pattern.compile(
            "(?i)\\b(?:sav|chang|touch|improv|transform|enrich|impact)\\w+\\s+(?:\\w+\\s+)?lives\\b|\\b(?:many|our|their|your|daily)\\s+lives\\b");
    /** A street without a number tells where somebody lives; elsewhere it is a way to go. */
    private static final Probe STREET_ONLY = Probe.atWords(
            Probe.words("street avenue road boulevard lane drive court terrace highway st rd ave blvd ln"),
            45,
            16,
            "\\b(?:on|at|along|off|near|of)\\s+((?:(?:[NSEW]|North|South|East|West|Old|New)\\.?\\s+)?(?:\\p{Lu}[\\p{L}'-]+|\\d{1,3}(?:st|nd|rd|th))(?:\\s\\p{Lu}[\\p{L}'-]+){0,2}?\\s(?:Street|Avenue|Road|Boulevard|Lane|Drive|Court|Terrace|Highway|St|Rd|Ave|Blvd|Ln)\\b\\.?)");

    private static final Pattern UNIT_BEFORE = Pattern.compile(
            "(?i)\\b(?:unit|suite|ste|apt|apartment|flat|room|floor|bldg|building|lot|block)\\.?\\s*#?[A-Za-z]?-?\\d{0,5}[A-Za-z]?,\\s*$");
    private static final int REACH = 160;

    private final List<AddressRule> rules =
            List.of(new StreetRule(), new ForeignStreetRule(), new BoxRule(), new PostcodeRule(), new TownRule());

    @Override
    public String name() {
        return "street-address";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var text = normal.text();
        var spans = rules.stream()
                .flatMap(rule -> rule.in(normal))
                .filter(span -> Edges.standsAlone(text, span.start(), span.end()))
                .toList();
        var streets = STREET_ONLY.in(normal);
        if (spans.isEmpty() && streets.isEmpty()) {
            return List.of();
        }
        var patient = PatientContext.of(normal);
        var homes =
                RESIDENCE.in(normal).stream().filter(hit -> !isOther(text, hit)).toList();
        var all = new ArrayList<>(spans);
        streets.stream()
                .map(hit -> new Span(hit.start(1), hit.end(1)))
                .filter(span -> patient.around(span.start(), span.end()) || isHome(normal, span, homes))
                .forEach(all::add);
        return together(text, all).stream()
                .map(span -> new Span(unitStart(text, span.start()), span.end()))
                .map(span -> Finding.of(
                        Identifier.GEOGRAPHIC,
                        span.start(),
                        span.end(),
                        patient.around(span.start(), span.end()) || isHome(normal, span, homes)
                                ? Severity.BLOCK
                                : Severity.REVIEW))
                .toList();
    }

    /** Our work "changes lives on" and off the street. */
    private static boolean isOther(String text, Hit hit) {
        return OTHER_LIVES
                .matcher(Surroundings.before(text, hit.start(), 30) + text.substring(hit.start(), hit.end()))
                .find();
    }

    private static boolean isHome(NormalText normal, Span span, List<Hit> homes) {
        if (homes.isEmpty()) {
            return false;
        }
        var sentence = normal.sentenceAround(span.start(), span.end());
        int low = 0;
        int high = homes.size();
        int from = Math.max(sentence.start(), span.start() - REACH);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (homes.get(middle).start() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < homes.size() && homes.get(low).start() < Math.min(sentence.end(), span.end() + REACH);
    }

    /** Parts of one address with no more than a comma or line end between. */
    private static List<Span> together(String text, List<Span> spans) {
        var joined = new ArrayList<Span>();
        var inOrder = spans.stream()
                .sorted(Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder()))
                .toList();
        for (var span : inOrder) {
            var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && (span.start() <= last.end() || isComma(text, last.end(), span.start()))) {
                joined.set(joined.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    private static int unitStart(String text, int street) {
        var before = Surroundings.before(text, street, 25);
        var unit = UNIT_BEFORE.matcher(before);
        return unit.find() ? street - before.length() + unit.start() : street;
    }

    private static boolean isComma(String text, int start, int end) {
        return end - start <= 3 && text.substring(start, end).chars().allMatch(unit -> ", \n".indexOf(unit) >= 0);
    }
}
