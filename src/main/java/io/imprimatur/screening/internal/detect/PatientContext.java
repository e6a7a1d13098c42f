package io.imprimatur.screening.internal.detect;

import io.imprimatur.screening.NormalText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells whether the words around something speak of one patient rather than of an event or of everybody. Words of care
 * count within their sentence; words that name one patient, such as "my patient" or "72yo M", also for what is said next.
 */
public final class PatientContext {
    private static final Probe CARE_OF_ONE = Probe.atWords(
            Set.of(
                    "born",
                    "birth",
                    "birthdate",
                    "birthday",
                    "dob",
                    "doa",
                    "dos",
                    "death",
                    "admission",
                    "discharge",
                    "service",
                    "injury",
                    "procedure",
                    "admitted",
                    "readmitted",
                    "admit",
                    "hospitalized",
                    "hospitalised",
                    "discharged",
                    "diagnosed",
                    "died",
                    "deceased",
                    "passed",
                    "intubated",
                    "extubated",
                    "seen",
                    "underwent",
                    "came",
                    "presented",
                    "presents",
                    "presenting",
                    "transferred",
                    "expired",
                    "delivered",
                    "operated",
                    "diagnosis",
                    "dx",
                    "dc"),
            12,
            25,
            "(?i)\\b(?:born|birth\\s?date|d\\.?\\s?o\\.?\\s?b|(?-i:DO[AS])|(?-i:d/c'?d|dx'?d?)"
                    + "|date\\s+of\\s+(?:birth|death|admission|discharge|service|surgery|injury|procedure|visit)"
                    + "|(?:re-?)?admitted|admi(?:t|ssion)\\s+date|hospitali[sz]ed|discharged|discharge\\s+date"
                    + "|diagnosed|died|deceased|passed\\s+away|(?:in|ex)tubated|was\\s+(?:last\\s+)?seen|last\\s+seen|underwent"
                    + "|was\\s+transferred|came\\s+in|(?:presented|presents|presenting)\\s+(?:with|to|for|on))(?:\\b|\\d)");
    private static final Set<String> PATIENT = Set.of("patient", "patients");
    private static final Probe A_PATIENT =
            Probe.atWords(PATIENT, 30, 30, "(?i)\\ban?\\s+(?:[\\w-]+\\s+)?patient\\b[\\s,]*([a-z]+)?");
    private static final Probe THE_PATIENT = Probe.atWords(
            PATIENT,
            25,
            30,
            "(?i)(?:\\b(?:my|our|the|this|that|one)\\s+|^\\s*|[.:;]\\s+)patient(?:'s|\\b)[\\s,]*([a-z]+)?");
    private static final Probe PT = Probe.atWords(
            Set.of("pt"),
            4,
            20,
            "(?i)\\bpt\\b\\.?(?:'s)?\\s+(?:is|was|has|had|with|a|in|on|here|presents?|came|c/o|reports?|states?|denies|needs|seen|admitted|dob|mrn|name|\\d|[A-Z]?[a-z]+ed)\\b");
    private static final Probe AGE_AND_SEX = Probe.startingAtNumbers(
            0,
            125,
            50,
            "(?i)\\d{1,3}[\\s-]*(?:(?:y\\.?\\s?/?\\s?o\\.?|yr|y)\\b\\s*(?:old\\b)?|(?-i:[MF])\\b"
                    + "|(?:years?|yrs?|months?|mos?|weeks?|wks?|days?)[\\s-]*old\\s+(?:[\\w-]+\\s+){0,2}(?:m|f|male|female|man|woman|boy|girl|patient|gentleman|lady|infant|child)\\b)");
    private static final Probe FAMILY = Probe.atWords(
            Set.of(
                    "mom",
                    "mum",
                    "mother",
                    "dad",
                    "father",
                    "wife",
                    "husband",
                    "son",
                    "daughter",
                    "sister",
                    "brother",
                    "grandma",
                    "grandmother",
                    "grandpa",
                    "grandfather",
                    "aunt",
                    "uncle",
                    "child",
                    "kid",
                    "baby",
                    "partner",
                    "client",
                    "neighbor",
                    "neighbour",
                    "resident"),
            12,
            12,
            "(?i)\\b(?:my|his|her|the)\\s+(?:[a-z]+\\s+)?(?:mom|mum|mother|dad|father|wife|husband|son|daughter|sister|brother|grand(?:ma|mother|pa|father)|aunt|uncle"
                    + "|child|kid|baby|partner|client|neighbou?r|resident)\\b");
    private static final Set<String> RECORD_WORDS = Set.of("mrn", "dob", "ssn");
    /** How far a word counts for what stands in front of it or behind it. */
    private static final int REACH = 160;

    private static final int FAR_REACH = 400;
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

    private final NormalText normal;
    private final int[] care;
    private final int[] patients;

    private PatientContext(NormalText normal, int[] care, int[] patients) {
        this.normal = normal;
        this.care = care;
        this.patients = patients;
    }

    static PatientContext of(NormalText normal) {
        return normal.lookup(PatientContext.class, PatientContext::read);
    }

    private static PatientContext read(NormalText normal) {
        var care = IntStream.concat(places(CARE_OF_ONE, normal), patients(A_PATIENT, normal));
        var patients = Stream.of(PT, AGE_AND_SEX, FAMILY).flatMapToInt(probe -> places(probe, normal));
        var records = Arrays.stream(Windows.places(normal, RECORD_WORDS));
        return new PatientContext(
                normal,
                care.sorted().toArray(),
                IntStream.concat(IntStream.concat(patients, patients(THE_PATIENT, normal)), records)
                        .sorted()
                        .toArray());
    }

    /** Whether these words speak of one patient. */
    public static boolean in(String words) {
        return of(new NormalText(words)).around(0, words.length());
    }

    /** Whether what stands there is said of one patient. */
    boolean around(int start, int end) {
        if (any(patients, start - FAR_REACH, end + REACH)) {
            return true;
        }
        var sentence = normal.sentenceAround(start, end);
        return any(care, Math.max(sentence.start(), start - REACH), Math.min(sentence.end(), end + REACH));
    }

    private static boolean any(int[] places, int from, int to) {
        int at = Arrays.binarySearch(places, from);
        int first = at >= 0 ? at : -at - 1;
        return first < places.length && places[first] < to;
    }

    private static IntStream places(Probe probe, NormalText normal) {
        return probe.in(normal).stream().mapToInt(Hit::start);
    }

    private static IntStream patients(Probe probe, NormalText normal) {
        return probe.in(normal).stream()
                .filter(hit -> !COMPOUNDS.contains(hit.group(1).toLowerCase(Locale.ROOT)))
                .mapToInt(Hit::start);
    }
}
