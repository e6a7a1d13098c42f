package io.imprimatur.screening.internal.detect;

import static io.imprimatur.screening.internal.detect.AddressWords.SUFFIX;
import static io.imprimatur.screening.internal.detect.AddressWords.SUFFIXES;

import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.NormalText.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Number, name and kind of street, as in English-speaking countries: {@code 4501 N. Maple Ave., Apt 3B}. */
final class StreetRule implements AddressRule {
    private static final String NUMBER = "\\b(\\d{1,6}[A-Za-z]?(?:\\s?[-/]\\s?\\d{1,4}[A-Za-z]?)?(?:\\s1/2)?),?\\s+";
    private static final String DIRECTION =
            "(?:(?:[NSEW]\\.?|[NS][EW]\\.?|North|South|East|West|Northeast|Northwest|Southeast|Southwest)\\s+)?";
    private static final Probe STREET = Probe.atWordsBehindDigits(
            SUFFIXES,
            70,
            25,
            NUMBER + "(" + DIRECTION
                    + "(?:(?:[A-Z][\\p{L}'-]*|[A-Z]\\p{L}?\\.|[A-Z]\\.[A-Z]\\.|\\d{1,3}(?:st|nd|rd|th)|(?:of|the|de|la|del|and|y))\\s+){1,4})("
                    + SUFFIX
                    + ")\\b\\.?(?:\\s+(?:[NS][EW]?|[EW]|North|South|East|West)\\b\\.?)?");
    private static final Probe LOWER_CASE = Probe.atWordsBehindDigits(
            Probe.words("street avenue boulevard road lane drive court st ave blvd rd ln"),
            60,
            5,
            "(?i)\\b(\\d{1,6})\\s+((?:[\\p{L}'-]+\\s+){1,3})(street|avenue|boulevard|road|lane|drive|court|(?:st|ave|blvd|rd|ln)\\b)\\b");
    /** Kinds that are also ordinary words count where more of an address follows. */
    private static final Probe OTHER_KIND = Probe.atWordsBehindDigits(
            Probe.words(
                    "hill park view green run point farm cottage house lodge villas estate island wharf yard rise vale "
                            + "common path creek lake broadway embankment route rte"),
            50,
            25,
            NUMBER + "(" + DIRECTION
                    + "(?:[A-Z][\\p{L}.'-]*\\s+){0,3})(Hill|Park|View|Green|Run|Point|Farm|Cottage|House|Lodge|Villas|Estate|Island"
                    + "|Wharf|Yard|Rise|Vale|Common|Path|Creek|Lake|Broadway|Embankment|(?:Route|Rte)\\s\\d{1,4})\\b");

    private static final Probe ROUTE = Probe.atWordsByDigits(
            Set.of("county", "state", "rural", "rr", "route", "highway", "us"),
            12,
            40,
            "\\b(\\d{1,6})\\s+()((?i:county\\s+(?:road|rd|route|rt)|state\\s+(?:route|road|rt|highway)|(?:us\\s+)?(?:highway|hwy|route|rte)|rr|rural\\s+route)\\s+#?\\d{1,4}[A-Z]?)\\b");
    private static final Set<String> NO_STREET = Probe.words(
            "a about across ago and are at blocks by cars days down each every feet for from hours in is km "
                    + "meters miles minutes months of off on or our out patients people per steps the to up was weeks were "
                    + "who with years your blood food toy coat book clothing donor vaccine vaccination fund membership "
                    + "annual basketball tennis year yo male female");

    @Override
    public Stream<Span> in(NormalText normal) {
        var text = normal.text();
        var found = new ArrayList<Span>();
        for (var probe : List.of(STREET, LOWER_CASE, ROUTE)) {
            for (var hit : probe.in(normal)) {
                if (namesAStreet(hit, text)) {
                    found.add(new Span(hit.start(), AddressTail.end(text, withoutFullStop(text, hit))));
                }
            }
        }
        for (var hit : OTHER_KIND.in(normal)) {
            int end = AddressTail.end(text, hit.end());
            if (namesAStreet(hit, text) && Edges.digits(text.substring(hit.end(), end)) > 2) {
                found.add(new Span(hit.start(), end));
            }
        }
        return found.stream();
    }

    private static int withoutFullStop(String text, Hit hit) {
        var point = text.charAt(hit.end() - 1) == '.';
        return point && !Surroundings.after(text, hit.end(), 1).equals(",") ? hit.end() - 1 : hit.end();
    }

    /** "2 blocks down the street", "2024 Blood Drive" and "ask 3 Heart Dr. Lee" are no addresses. */
    private static boolean namesAStreet(Hit hit, String text) {
        var behind = Surroundings.after(text, hit.end(3), 3);
        var doctor = hit.group(3).equalsIgnoreCase("Dr")
                && !behind.startsWith(",")
                && !behind.contains("\n")
                && behind.strip().chars().anyMatch(Character::isUpperCase);
        var saint = hit.group(3).equalsIgnoreCase("st")
                && behind.startsWith(". ")
                && behind.length() > 2
                && Character.isUpperCase(behind.charAt(2));
        return !doctor
                && !saint
                && List.of(hit.group(2).toLowerCase(Locale.ROOT).split("\\s+")).stream()
                        .noneMatch(word -> NO_STREET.contains(word.strip()));
    }
}
