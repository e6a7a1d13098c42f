package io.imprimatur.screening.internal.names;

import io.imprimatur.screening.NormalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where a text speaks of one person. A town tells something about a patient only there: "the clinic in Dayton opens" is
 * about nobody, "a man from Dayton" is about somebody.
 */
final class NearOnePerson {
    /** How many sentences before and behind the one that mentions somebody still speak of them. */
    private static final int REACH = 2;

    private static final Set<String> PERSON = Set.of(
            "i",
            "me",
            "my",
            "mine",
            "he",
            "him",
            "his",
            "she",
            "her",
            "hers",
            "patient",
            "pt",
            "mr",
            "mrs",
            "ms",
            "miss",
            "man",
            "woman",
            "boy",
            "girl",
            "gentleman",
            "lady",
            "baby",
            "infant",
            "newborn",
            "toddler",
            "teen",
            "teenager",
            "male",
            "female",
            "husband",
            "wife",
            "son",
            "daughter",
            "mother",
            "father",
            "mom",
            "dad",
            "brother",
            "sister",
            "grandmother",
            "grandfather",
            "grandma",
            "grandpa",
            "uncle",
            "aunt",
            "cousin",
            "neighbor",
            "neighbour",
            "widow",
            "resident",
            "farmer",
            "teacher",
            "student",
            "veteran",
            "yo",
            "yr",
            "m",
            "f",
            "dob",
            "mrn",
            "ssn",
            "survivor",
            "victim");
    private static final Set<String> PATIENT = Set.of(
            "patient",
            "pt",
            "mrn",
            "dob",
            "admitted",
            "discharged",
            "hospitalized",
            "hospitalised",
            "diagnosed",
            "died",
            "deceased",
            "resident",
            "resides",
            "yo",
            "ssn",
            "transferred",
            "lives",
            "born");

    private final NormalText text;
    private final List<Boolean> mentioned = new ArrayList<>();
    private final List<Boolean> treated = new ArrayList<>();

    NearOnePerson(NormalText text) {
        this.text = text;
        for (var sentence : text.sentences()) {
            boolean anybody = false;
            boolean patient = false;
            for (var token : Token.of(text.text(), sentence.start(), sentence.end())) {
                var word = token.in(text.text()).toLowerCase(Locale.ROOT);
                patient |= PATIENT.contains(word) || isAge(word);
                anybody |= PERSON.contains(word);
            }
            mentioned.add(anybody || patient);
            treated.add(patient);
        }
    }

    /** Counts the sentence with this place as one that mentions somebody. */
    void mention(int at) {
        mentioned.set(sentence(at), true);
    }

    boolean speaksOfSomebody(int at) {
        int here = sentence(at);
        return mentioned
                .subList(Math.max(0, here - REACH), Math.min(mentioned.size(), here + REACH + 1))
                .contains(true);
    }

    boolean speaksOfAPatient(int at) {
        return treated.get(sentence(at));
    }

    private int sentence(int at) {
        return text.sentenceNumber(at);
    }

    /** 72F, 45m, 3yo, 6wk */
    private static boolean isAge(String word) {
        int digits = 0;
        while (digits < word.length() && Character.isDigit(word.charAt(digits))) {
            digits++;
        }
        return digits > 0
                && digits < 4
                && Set.of("m", "f", "yo", "y", "yom", "yof", "yr", "wk", "mo").contains(word.substring(digits));
    }
}
