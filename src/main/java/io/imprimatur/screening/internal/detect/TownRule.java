package io.imprimatur.screening.internal.detect;

import static io.imprimatur.screening.internal.detect.AddressWords.STATE;
import static io.imprimatur.screening.internal.detect.AddressWords.STATE_NAME;
import static io.imprimatur.screening.internal.detect.AddressWords.TOWN;

import com.google.re2j.Pattern;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.NormalText.Span;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A town with its state, such as {@code Dayton, OH}; and counties. */
final class TownRule implements AddressRule {
    private static final Pattern A_STATE = Pattern.compile(STATE_NAME);
    private static final Pattern STATE_AHEAD = Pattern.compile("^,?\\s(?:(" + STATE + ")|" + STATE_NAME + ")\\b");
    private static final Probe TOWN_STATE = Probe.within(
            TownRule::beforeStates,
            "(?:\\b(in|from|near|of|at|to|outside|lives|live|living|around|visiting)\\s+)?(" + TOWN + "),\\s(?:("
                    + STATE + ")|" + STATE_NAME + ")\\b");
    /** They are also degrees, professions or what clinicians abbreviate. */
    private static final Set<String> ALSO_OTHER_WORDS =
            Probe.words("MD PA MA DC CT OR IN OK HI ME MS ND VA ID LA DE AL CO MI SC SD MO MT PR AR NE CA RI");

    private static final Set<String> NO_TOWN =
            Set.of("Dr", "Patient", "Pt", "Mr", "Mrs", "Ms", "Nurse", "Therapist", "Dentist");
    private static final Probe COUNTY = Probe.atWords(
            Set.of("county", "parish"),
            40,
            20,
            "\\b(?:(?:St\\.? )?\\p{Lu}[\\p{L}'-]+ ){1,2}(?:County|Parish)\\b(?:,\\s(?:" + STATE + "|" + STATE_NAME
                    + ")\\b)?");
    private static final int LONGEST_NAME = 16;

    @Override
    public Stream<Span> in(NormalText normal) {
        var towns = TOWN_STATE.in(normal).stream()
                .filter(hit -> hit.has(1) || !ALSO_OTHER_WORDS.contains(hit.group(3)))
                .filter(hit -> !NO_TOWN.contains(hit.group(2)) && !A_STATE.matches(hit.group(2)))
                .map(hit -> new Span(hit.start(2), hit.end()));
        var counties = COUNTY.in(normal).stream()
                .filter(hit -> !hit.group().startsWith("The ") && !hit.group().startsWith("Our "))
                .map(hit -> new Span(hit.start(), hit.end()));
        return Stream.concat(towns, counties);
    }

    private static List<Span> beforeStates(NormalText normal) {
        var text = normal.text();
        var windows = new Windows(text, 70, LONGEST_NAME);
        for (int at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) {
            if (at + 3 < text.length()
                    && Character.isUpperCase(text.charAt(at + 2))
                    && STATE_AHEAD
                            .matcher(Surroundings.after(text, at, LONGEST_NAME + 2))
                            .lookingAt()) {
                windows.add(at, at + 1);
            }
        }
        return windows.all();
    }
}
