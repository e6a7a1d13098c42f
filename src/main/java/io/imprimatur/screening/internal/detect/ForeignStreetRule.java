package io.imprimatur.screening.internal.detect;

import com.google.re2j.Pattern;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.NormalText.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Streets as continental Europe writes them: the number behind the name, or the kind of street before it. */
final class ForeignStreetRule implements AddressRule {
    private static final List<String> ENDINGS = List.of(
            "strasse", "straße", "str", "gasse", "platz", "allee", "damm", "ufer", "straat", "laan", "plein", "gracht",
            "kade", "singel", "dijk", "weg", "gade", "vej", "allé", "gatan", "gata", "vägen", "gränd", "gränden", "vei",
            "veien", "plass", "katu", "polku", "tie", "utca", "braut", "stræde", "ulica");
    private static final Pattern NUMBER_BEFORE = Pattern.compile("(?:^|[\\s>])(\\d{1,6},?\\s)$");
    private static final int LONGEST_NAME = 60;
    private static final int HOUSE_NUMBER = 4;
    /** The word before a short number ends as streets do. */
    private static final Probe NAMED = Probe.within(
            ForeignStreetRule::behindStreets,
            "(?:(?:\\p{Lu}[\\p{L}.]*[ -]){0,2}\\p{Lu}[\\p{L}-]+|\\p{Lu}\\p{L}+(?:er)?[ -](?:Straße|Strasse|Str\\.|Platz|Allee|Weg|Ring|Damm|Ufer))\\.?\\s+\\d{1,4}\\s?[a-zA-Z]?(?:[-/]\\d{1,4})?\\b");

    /** Number, name, number, as address lists write it, where a flat or town follows. */
    private static final Probe NUMBERED = Probe.within(
            ForeignStreetRule::betweenNumbers, "\\b\\d{1,6},?\\s+(?:\\p{L}[\\p{L}.'-]*\\s+){1,4}\\d{1,4}[a-zA-Z]?\\b");

    private static final Pattern CUE = Pattern.compile(
            "(?i)\\b(?:address(?:\\s+is|:|\\s+with)?|lives?\\s+(?:at|in)|located\\s+at|office\\s+is\\s+at|(?:sent|ship(?:ped)?|return|deliver(?:ed)?)\\s+to|meet(?:\\s+\\w+)?\\s+at|off\\s+at|is\\s+at)[\\s:]*$");
    private static final Probe KIND_BEFORE = Probe.atWordsByDigits(
            Probe.words(
                    "via viale piazza corso largo vicolo calle c avenida av avda paseo plaza carrer rua travessa rue "
                            + "ulica ul am an unter zum im rúa ronda camino strada straße strasse ringstraße bulevar rambla allée"),
            25,
            70,
            "\\b(?:(?:Via|Viale|Piazza|Corso|Largo|Vicolo|Calle|C/|Avenida|Avda?\\.|Paseo|Plaza|Carrer|Rua|Rúa|Travessa|Ulica|ul\\.|Ronda|Camino|Strada|Bulevar|Rambla|Rue)\\s+(?:[\\p{L}.'-]+\\s+){0,3}[\\p{L}.'-]+"
                    + "|(?:Am|An der|An den|Unter den|Zum|Im)\\s+\\p{Lu}\\p{L}+|\\p{Lu}\\p{L}+er\\s(?:Straße|Strasse))(?:,\\s*n[º°.]?|,)?\\s+\\d{1,4}\\s?[a-zA-Z]?\\b(?:,?\\s*\\d{1,2}[º°ª]\\s?[A-Z]?)?");
    private static final Probe KIND_BEHIND_NUMBER = Probe.atWordsBehindDigits(
            Probe.words("rue avenue av boulevard bd place chemin allée impasse quai cours route passage square"),
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
        for (var hit : NUMBERED.in(normal)) {
            int end = AddressTail.end(normal.text(), hit.end());
            if (isMeant(normal.text(), hit, end)) {
                found.add(new Span(hit.start(), end));
            }
        }
        return found.stream().map(span -> withNumber(normal.text(), span));
    }

    private static boolean isMeant(String text, Hit hit, int end) {
        return Edges.digits(text.substring(hit.end(), end)) > 2
                || CUE.matcher(Surroundings.before(text, hit.start(), 40)).find();
    }

    /** Lists also write a number before a street that has its own behind. */
    private static Span withNumber(String text, Span span) {
        var before = Surroundings.before(text, span.start(), 9);
        var number = NUMBER_BEFORE.matcher(before);
        return number.find() ? new Span(span.start() - before.length() + number.start(1), span.end()) : span;
    }

    /** Two numbers with nothing but words between. */
    private static List<Span> betweenNumbers(NormalText normal) {
        var text = normal.text();
        var windows = new Windows(text, 0, 1);
        var runs = normal.figures().runs();
        for (int index = 1; index < runs.size(); index++) {
            int from = runs.get(index - 1).end();
            int to = runs.get(index).start();
            if (to - from > 3 && to - from < LONGEST_NAME && isWords(text, from, to)) {
                windows.add(runs.get(index - 1).start(), runs.get(index).end());
            }
        }
        return windows.all();
    }

    private static boolean isWords(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            var unit = text.charAt(at);
            if (!(Character.isLetter(unit) || " .,'-".indexOf(unit) >= 0)) {
                return false;
            }
        }
        return text.charAt(to - 1) == ' ';
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
