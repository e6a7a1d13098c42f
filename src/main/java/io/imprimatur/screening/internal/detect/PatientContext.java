package io.imprimatur.screening.internal.detect;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Set;

/** Tells whether the words around something speak of one patient rather than of an event or of everybody. */
public final class PatientContext {
    private static final Pattern CARE_OF_ONE =
            Pattern.compile("(?i)\\b(?:born|birth\\s?date|d\\.\\s?o\\.\\s?b|dob|(?-i:DO[AS])"
                    + "|date\\s+of\\s+(?:birth|death|admission|discharge|service|surgery|injury|procedure|visit)"
                    + "|(?:re-?)?admitted|admi(?:t|ssion)\\s+date|hospitali[sz]ed|discharged|discharge\\s+date"
                    + "|diagnosed|died|deceased|passed\\s+away|intubated|was\\s+seen|underwent"
                    + "|pt\\.?\\s+(?:is|was|has|had|with)|came\\s+in\\s+with|presented\\s+with)\\b");
    private static final Pattern ONE_PATIENT =
            Pattern.compile("(?i)\\b(?:my|our|the|this|that|a|an?\\s+\\w+)\\s+patient(?:'s)?(?:[\\s,]+([a-z]+))?");
    private static final Set<String> COMPOUNDS = Set.of(
            "access",
            "advisory",
            "advocacy",
            "advocate",
            "advocates",
            "care",
            "communities",
            "community",
            "council",
            "day",
            "education",
            "engagement",
            "entrance",
            "experience",
            "families",
            "family",
            "forum",
            "gateway",
            "guide",
            "handbook",
            "information",
            "line",
            "network",
            "outcomes",
            "parking",
            "population",
            "portal",
            "relations",
            "resource",
            "resources",
            "rights",
            "room",
            "rooms",
            "safety",
            "satisfaction",
            "services",
            "stories",
            "support",
            "survey",
            "tower",
            "transport",
            "volume",
            "website",
            "week",
            "wing");

    private PatientContext() {}

    static boolean around(String text, int start, int end) {
        return in(Surroundings.sentence(text, start, end));
    }

    public static boolean in(String words) {
        return CARE_OF_ONE.matcher(words).find() || namesOnePatient(words);
    }

    private static boolean namesOnePatient(String words) {
        for (var patient = ONE_PATIENT.matcher(words); patient.find(); ) {
            var next = patient.group(1);
            if (next == null || !COMPOUNDS.contains(next.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
