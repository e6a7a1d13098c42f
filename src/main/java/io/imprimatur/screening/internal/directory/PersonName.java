package io.imprimatur.screening.internal.directory;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A person's name in parts, without case and accents.
 *
 * @param titles those in front of it
 * @param given first names and initials, possibly none
 * @param surname with its particles ("van der Berg"); possibly none
 */
public record PersonName(Set<String> titles, List<String> given, String surname) {
    /** Those that patients do not have because they are patients here. */
    private static final Set<String> PROFESSIONAL = Set.of(
            "dr",
            "drs",
            "doctor",
            "doctors",
            "prof",
            "professor",
            "nurse",
            "sister",
            "matron",
            "midwife",
            "chaplain",
            "rev",
            "reverend",
            "pastor",
            "rabbi",
            "imam",
            "surgeon",
            "physician",
            "dean");

    private static final Set<String> COURTESY = Set.of("mr", "mrs", "ms", "miss", "mx");
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "de", "del", "della", "la", "le", "da", "di", "dos", "al", "el", "bin", "ibn",
            "ter", "zu", "st", "ap");
    private static final Set<String> BEHIND = Set.of(
            "md", "do", "phd", "rn", "np", "pa", "pa-c", "bsn", "msn", "dnp", "crna", "cnm", "mph", "mba", "mha", "ms",
            "msc", "bs", "ba", "ma", "jd", "esq", "pharmd", "rph", "dds", "dmd", "od", "dpm", "dpt", "pt", "ot", "otr",
            "otr/l", "slp", "ccc-slp", "lcsw", "msw", "lpc", "psyd", "rd", "rdn", "ldn", "cna", "lpn", "emt", "fnp",
            "fnp-c", "fnp-bc", "aprn", "mbbs", "mbchb", "frcp", "frcs", "facp", "facs", "facc", "facog", "faap",
            "fache", "jr", "sr", "ii", "iii", "iv");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern INITIALS = Pattern.compile("\\p{L}(?:\\.\\p{L})+\\.?");

    public PersonName {
        titles = Set.copyOf(titles);
        given = List.copyOf(given);
    }

    /** Reads "Dr. Jane M. Roe, MD", "Roe, Jane", "J. Roe's" and the like; whatever it is given, something comes out. */
    public static PersonName of(String text) {
        var parts = text.split(",", 2);
        var words = tokens(parts[0]);
        var titles = takeTitles(words);
        if (parts.length == 2) {
            var behind = tokens(parts[1]);
            if (behind.stream().allMatch(BEHIND::contains)) {
                return withoutDegrees(titles, words, 1);
            }
            titles.addAll(takeTitles(behind));
            behind.removeIf(word -> BEHIND.contains(word) && word.length() > 1);
            var surnameFirst = new ArrayList<>(behind);
            surnameFirst.addAll(words);
            return split(titles, surnameFirst, behind.size());
        }
        return withoutDegrees(titles, words, 2);
    }

    /** A degree may also be a surname ("Anh Do"), so some names must stay. */
    private static PersonName withoutDegrees(Set<String> titles, List<String> words, int leave) {
        while (words.size() > leave && BEHIND.contains(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        return split(titles, words, firstOfSurname(words));
    }

    private static PersonName split(Set<String> titles, List<String> words, int surnameAt) {
        var at = Math.min(surnameAt, words.size());
        return new PersonName(titles, words.subList(0, at), String.join(" ", words.subList(at, words.size())));
    }

    private static int firstOfSurname(List<String> words) {
        for (int at = 1; at < words.size() - 1; at++) {
            if (PARTICLES.contains(words.get(at))) {
                return at;
            }
        }
        return Math.max(0, words.size() - 1);
    }

    private static List<String> tokens(String text) {
        var words = new ArrayList<String>();
        for (var word : BLANKS.split(Folded.letters(text).strip())) {
            if (INITIALS.matches(word) && !BEHIND.contains(word.replace(".", ""))) {
                words.addAll(Arrays.asList(word.split("\\.", -1)));
            } else {
                words.add(word);
            }
        }
        words.replaceAll(PersonName::plain);
        words.removeIf(String::isEmpty);
        return words;
    }

    private static String plain(String word) {
        var plain = word.replace(".", "")
                .replace(",", "")
                .replace("(", "")
                .replace(")", "")
                .replace("\"", "");
        if (plain.endsWith("'s")) {
            return plain.substring(0, plain.length() - 2);
        }
        return plain.endsWith("'") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static Set<String> takeTitles(List<String> words) {
        var titles = new TreeSet<String>();
        while (words.size() > 1 && isTitle(words.get(0))) {
            titles.add(words.remove(0));
        }
        return titles;
    }

    /** All of it as a surname, which may have several words. */
    public String withoutGiven() {
        return given.isEmpty() ? surname : String.join(" ", given) + " " + surname;
    }

    /** Whether the word is a title in front of names. */
    public static boolean isTitle(String folded) {
        return PROFESSIONAL.contains(folded) || COURTESY.contains(folded);
    }

    /** Whether the word is the title of a profession, such as "Dr". */
    public static boolean isProfession(String folded) {
        return PROFESSIONAL.contains(folded);
    }
}
