package io.imprimatur.screening.internal.detect;

import com.google.re2j.Pattern;
import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Street addresses, post-office boxes, flats and ZIP codes. Most addresses in posts are venues, so they need a look; one
 * where somebody lives, or next to one patient, is sure.
 */
@Component
class StreetAddressDetector implements Detector {
    private static final String STATE =
            "(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY])";
    private static final String UNIT =
            "(?:,?\\s+(?:apt|apartment|suite|ste|unit|floor|fl|rm|#)\\.?\\s*#?\\s?[A-Za-z]?\\d{0,5}[A-Za-z]?)?";
    private static final String TOWN =
            "(?:[,\\s]+(?:[A-Z][\\p{L}.'-]+\\s?){1,3}[,\\s]+(?-i:" + STATE + ")(?:\\s+\\d{5}(?:-\\d{4})?)?)?";
    private static final Pattern STREET =
            Pattern.compile("(\\d{1,6}[A-Za-z]?(?:-\\d{1,4})?)\\s+((?:[NSEW]\\.?\\s+|[NS][EW]\\.?\\s+)?"
                    + "(?:(?:[A-Z][\\p{L}.'-]*|\\d{1,3}(?:st|nd|rd|th))\\s+){1,4})"
                    + "(Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Way|Place|Pl|Terrace|Ter|Circle|Cir|Highway|Hwy"
                    + "|Parkway|Pkwy|Square|Sq|Trail|Trl|Loop|Alley|Plaza|Crescent|Close|Turnpike|Pike|Row|Walk)\\b\\.?"
                    + "(?:\\s+[NSEW]{1,2}\\b)?(?i:" + UNIT + ")" + TOWN);
    private static final Pattern LOWER_CASE = Pattern.compile(
            "(?i)(\\d{1,6})\\s+((?:[\\p{L}'-]+\\s+){1,3})(street|avenue|boulevard|road|lane|drive|court)\\b" + UNIT);
    private static final Pattern FOREIGN = Pattern.compile(
            "\\p{Lu}\\p{L}+(?:strasse|straße|gasse|platz|allee|straat|laan|gade|gatan|vägen|vej|veien|katu|tie)\\s+\\d{1,4}[a-z]?\\b"
                    + "|\\b(?:Via|Viale|Piazza|Calle|Avenida|Rua|Rue|Ulica|ul\\.)\\s+(?:\\p{L}+\\s+){1,4}\\d{1,4}\\b"
                    + "|\\b\\d{1,4},?\\s+(?:rue|avenue|boulevard|chemin)\\s+(?:(?:de|du|des|la|le|les|d')\\s*){0,2}\\p{Lu}\\p{L}+");
    private static final Pattern BOX = Pattern.compile(
            "(?i)\\b(?:p\\.?\\s?o\\.?\\s?box|post\\s+office\\s+box|psc\\s+\\d+,?\\s+box)\\s*#?\\s*\\d{1,6}");
    private static final Pattern FLAT =
            Pattern.compile("(?i)\\b(?:apartment|apt\\.?|flat)\\s*#?\\s?(?:\\d{1,5}[a-z]?|[a-z]-?\\d{1,4})\\b");
    private static final Pattern ZIP = Pattern.compile(
            "\\b(?:(?i:zip(?:\\s*code)?|postal\\s+code|post\\s?code)(?:\\s+(?i:is))?[:\\s#]+(\\d{5}(?:-\\d{4})?|[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}|\\d{3,4})"
                    + "|" + STATE
                    + ",?\\s+(\\d{5}(?:-\\d{4})?)|(\\d{5}-\\d{4})|([ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z] ?\\d[ABCEGHJ-NPRSTV-Z]\\d)"
                    + "|((?:[A-PR-UWYZ]\\d{1,2}|[A-PR-UWYZ][A-HK-Y]\\d[A-Z\\d]?) \\d[ABD-HJLNP-UW-Z]{2}))\\b");
    private static final Pattern RESIDENCE = Pattern.compile(
            "(?i)\\b(?:live[sd]?\\s+(?:at|on|in|near)|living\\s+(?:at|on)|resid(?:es?|ed|ing)|resident\\s+of|home\\s+address"
                    + "|(?:my|his|her|their|patient'?s?)\\s+(?:home|house|address|place|apartment))\\b");
    private static final Pattern OTHER_LIVES = Pattern.compile(
            "(?i)\\b(?:sav|chang|touch|improv|transform|enrich|impact)\\w+\\s+(?:\\w+\\s+)?lives\\b|\\b(?:many|our|their|your|daily)\\s+lives\\b");
    private static final Set<String> NO_STREET = Set.of(
            "a",
            "about",
            "across",
            "ago",
            "and",
            "are",
            "at",
            "blocks",
            "by",
            "cars",
            "days",
            "down",
            "each",
            "every",
            "feet",
            "for",
            "from",
            "hours",
            "in",
            "is",
            "km",
            "meters",
            "miles",
            "minutes",
            "months",
            "of",
            "off",
            "on",
            "or",
            "our",
            "out",
            "patients",
            "people",
            "per",
            "steps",
            "the",
            "to",
            "up",
            "was",
            "weeks",
            "were",
            "who",
            "with",
            "years",
            "your",
            "blood",
            "food",
            "toy",
            "coat",
            "book",
            "clothing",
            "donor",
            "vaccine",
            "vaccination",
            "fund",
            "membership",
            "annual",
            "basketball",
            "tennis");

    @Override
    public String name() {
        return "street-address";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var text = normal.text();
        var found = new ArrayList<Finding>();
        for (var pattern : List.of(STREET, LOWER_CASE)) {
            for (var match = pattern.matcher(text); match.find(); ) {
                if (namesAStreet(match.group(2), match.group(3), Surroundings.after(text, match.end(3), 3))) {
                    add(found, text, match.start(), withoutFullStop(text, match.end()));
                }
            }
        }
        for (var pattern : List.of(FOREIGN, BOX, FLAT, ZIP)) {
            for (var match = pattern.matcher(text); match.find(); ) {
                add(found, text, match.start(), match.end());
            }
        }
        return found;
    }

    private static int withoutFullStop(String text, int end) {
        return text.charAt(end - 1) == '.' ? end - 1 : end;
    }

    private void add(List<Finding> found, String text, int start, int end) {
        if (Edges.standsAlone(text, start, end)) {
            var sentence = Surroundings.sentence(text, start, end);
            var home = RESIDENCE
                            .matcher(OTHER_LIVES.matcher(sentence).replaceAll(" "))
                            .find()
                    || PatientContext.in(sentence);
            found.add(Finding.of(Identifier.GEOGRAPHIC, start, end, home ? Severity.BLOCK : Severity.REVIEW));
        }
    }

    /** "2 blocks down the street", "2024 Blood Drive" and "ask 3 Heart Dr. Lee" are no addresses. */
    private static boolean namesAStreet(String name, String suffix, String behind) {
        var doctor = suffix.equalsIgnoreCase("Dr") && behind.strip().chars().anyMatch(Character::isUpperCase);
        return !doctor
                && List.of(name.toLowerCase(Locale.ROOT).split(" ")).stream()
                        .noneMatch(word -> NO_STREET.contains(word.strip()));
    }
}
