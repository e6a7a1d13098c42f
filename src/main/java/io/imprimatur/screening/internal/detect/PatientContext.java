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
    private static final Set<String> RECORD_WORDS = Set.of("mrn", "dob", "ssn");
    /** How far a word counts for what stands in front of it or behind it. */
    private static final int REACH = 160;

    private static final int FAR_REACH = 400;
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
        var care = IntStream.concat(places(PatientWords.CARE_OF_ONE, normal), patients(PatientWords.A_PATIENT, normal));
        var patients = Stream.of(PatientWords.PT, PatientWords.MINE, PatientWords.AGE_AND_SEX, PatientWords.FAMILY)
                .flatMapToInt(probe -> places(probe, normal));
        var records = Arrays.stream(Windows.places(normal, RECORD_WORDS));
        return new PatientContext(
                normal,
                care.sorted().toArray(),
                IntStream.concat(IntStream.concat(patients, patients(PatientWords.THE_PATIENT, normal)), records)
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
                .filter(hit -> !PatientWords.COMPOUNDS.contains(hit.group(1).toLowerCase(Locale.ROOT)))
                .mapToInt(Hit::start);
    }
}
