package io.imprimatur.screening.internal.detect;

import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.NormalText.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Streets as continental Europe writes them: the number behind the name, or the kind of street before it. */
final class ForeignStreetRule implements AddressRule {
    private static final List<String> ENDINGS = List.of(
            "strasse", "straße", "str", "gasse", "platz", "allee", "damm", "ufer", "straat", "laan", "plein", "gracht",
            "kade", "singel", "dijk", "weg", "gade", "vej", "allé", "gatan", "gata", "vägen", "gränd", "gränden", "vei",
            "veien", "plass", "katu", "polku", "tie", "utca", "braut", "stræde", "ulica");
    private static final int HOUSE_NUMBER = 4;
    /** The word before a short number ends as streets do. */
    private static final Probe NAMED = Probe.within(
            ForeignStreetRule::behindStreets,
            "(?:(?:\\p{Lu}[\\p{L}.]*[ -]){0,2}\\p{Lu}[\\p{L}-]+|\\p{Lu}\\p{L}+(?:er)?[ -](?:Straße|Strasse|Str\\.|Platz|Allee|Weg|Ring|Damm|Ufer))\\.?\\s+\\d{1,4}\\s?[a-zA-Z]?(?:[-/]\\d{1,4})?\\b");

    private static final Probe KIND_BEFORE = Probe.atWordsByDigits(
            Set.of(
                    "via",
                    "viale",
                    "piazza",
                    "corso",
                    "largo",
                    "vicolo",
                    "calle",
                    "c",
                    "avenida",
                    "av",
                    "avda",
                    "paseo",
                    "plaza",
                    "carrer",
                    "rua",
                    "travessa",
                    "rue",
                    "ulica",
                    "ul",
                    "am",
                    "an",
                    "unter",
                    "zum",
                    "im",
                    "rúa",
                    "ronda",
                    "camino",
                    "strada",
                    "straße",
                    "strasse",
                    "ringstraße",
                    "bulevar",
                    "rambla",
                    "allée"),
            25,
            70,
            "\\b(?:(?:Via|Viale|Piazza|Corso|Largo|Vicolo|Calle|C/|Avenida|Avda?\\.|Paseo|Plaza|Carrer|Rua|Rúa|Travessa|Ulica|ul\\.|Ronda|Camino|Strada|Bulevar|Rambla|Rue)\\s+(?:[\\p{L}.'-]+\\s+){0,3}[\\p{L}.'-]+"
                    + "|(?:Am|An der|An den|Unter den|Zum|Im)\\s+\\p{Lu}\\p{L}+|\\p{Lu}\\p{L}+er\\s(?:Straße|Strasse))(?:,\\s*n[º°.]?|,)?\\s+\\d{1,4}\\s?[a-zA-Z]?\\b(?:,?\\s*\\d{1,2}[º°ª]\\s?[A-Z]?)?");
    private static final Probe KIND_BEHIND_NUMBER = Probe.atWordsBehindDigits(
            Set.of(
                    "rue",
                    "avenue",
                    "av",
                    "boulevard",
                    "bd",
                    "place",
                    "chemin",
                    "allée",
                    "impasse",
                    "quai",
                    "cours",
                    "route",
                    "passage",
                    "square"),
            14,
            60,
            "\\b\\d{1,4}(?:\\s?(?:bis|ter))?,?\\s+(?:rue|avenue|av\\.|boulevard|bd\\.?|place|chemin|allée|impasse|quai|cours|route|passage|square|Rue|Avenue|Boulevard|Chemin|Place|Allée|Impasse|Quai)"
                    + "\\s+(?:(?:de|du|des|la|le|les|l'|d'|de\\s+la|de\\s+l')\\s*){0,3}\\p{Lu}[\\p{L}'-]+(?:[ -](?:(?:de|du|des|la)[ -])?\\p{Lu}[\\p{L}'-]+){0,3}");

    @Override
    public Stream<Span> in(NormalText normal) {
        var found = new ArrayList<Span>();
        for (var probe : List.of(NAMED, KIND_BEFORE, KIND_BEHIND_NUMBER)) {
            for (var hit : probe.in(normal)) {
                if (probe != NAMED || endsAsAStreet(hit.group())) {
                    found.add(new Span(hit.start(), AddressTail.end(normal.text(), hit.end())));
                }
            }
        }
        return found.stream();
    }

    private static List<Span> behindStreets(NormalText normal) {
        var text = normal.text();
        var windows = new Windows(text, 50, 8);
        for (var run : normal.figures().runs()) {
            if (run.end() - run.start() <= HOUSE_NUMBER && endsAsAStreet(Surroundings.before(text, run.start(), 30))) {
                windows.add(run.start(), run.end());
            }
        }
        return windows.all();
    }

    private static boolean endsAsAStreet(String words) {
        int end = words.length();
        while (end > 0 && !Character.isLetter(words.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && Character.isLetter(words.charAt(start - 1))) {
            start--;
        }
        var name = words.substring(start, end);
        var word = name.toLowerCase(Locale.ROOT);
        return !word.isEmpty()
                && Character.isUpperCase(name.charAt(0))
                && ENDINGS.stream().anyMatch(ending -> word.endsWith(ending) && word.length() > ending.length() + 2);
    }
}
