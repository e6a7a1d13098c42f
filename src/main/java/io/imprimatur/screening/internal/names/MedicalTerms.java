package io.imprimatur.screening.internal.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Terms of medicine that hold a name and speak of nobody: Bell's palsy, the Apgar score, a Foley catheter. */
final class MedicalTerms {
    private static final String FILE = "/names/medical-terms.txt";
    private static final String POSSESSIVE = "'s";
    private static final int LONGEST = 6;

    private final Set<String> terms;

    private MedicalTerms(Set<String> terms) {
        this.terms = Set.copyOf(terms);
    }

    static MedicalTerms read() {
        var terms = new HashSet<String>();
        for (var line : lines()) {
            if (!line.startsWith("#") && (line.contains("|") || line.contains(" "))) {
                Arrays.stream(line.split("\\|")).forEach(term -> add(terms, term));
            }
        }
        return new MedicalTerms(terms);
    }

    /** The lines of the file: a list's name, its terms between bars, an empty line, and so on. */
    static List<String> lines() {
        var stream = MedicalTerms.class.getResourceAsStream(FILE);
        if (stream == null) {
            throw new IllegalStateException("There is no resource " + FILE + ".");
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Several words also without their possessives: Bell palsy. One word, such as Crohn's, is a surname without it. */
    private static void add(Set<String> terms, String term) {
        var words = words(Token.of(term, 0, term.length()), term, new ArrayList<>());
        terms.add(key(words));
        if (words.size() > 1) {
            terms.add(key(words.stream()
                    .map(word -> word.endsWith(POSSESSIVE) ? word.substring(0, word.length() - 2) : word)
                    .toList()));
        }
    }

    /** The words in small letters, each with its possessive s; marks tell nothing. */
    private static List<String> words(List<Token> tokens, String text, List<Integer> places) {
        var words = new ArrayList<String>();
        for (int i = 0; i < tokens.size(); i++) {
            var word = tokens.get(i).in(text).toLowerCase(Locale.ROOT);
            boolean possessive = word.equals("s")
                    && !words.isEmpty()
                    && "'’".indexOf(text.charAt(tokens.get(i).start() - 1)) >= 0;
            if (possessive) {
                words.set(words.size() - 1, words.get(words.size() - 1) + POSSESSIVE);
            } else if (Character.isLetterOrDigit(word.codePointAt(0))) {
                words.add(word);
                places.add(i);
            }
        }
        return words;
    }

    /** A plural of the last of several words does not matter. */
    private static String key(List<String> words) {
        var last = words.get(words.size() - 1);
        var plural = words.size() > 1 && last.length() > 3 && last.endsWith("s") && !last.endsWith(POSSESSIVE);
        var end = plural ? last.substring(0, last.length() - 1) : last;
        return String.join(" ", words.subList(0, words.size() - 1)) + " " + end;
    }

    /** Numbers of the tokens that are part of such a term. */
    BitSet in(List<Token> tokens, String text) {
        var places = new ArrayList<Integer>();
        var words = words(tokens, text, places);
        var covered = new BitSet(tokens.size());
        for (int from = 0; from < words.size(); from++) {
            for (int to = Math.min(words.size(), from + LONGEST); to > from; to--) {
                if (terms.contains(key(words.subList(from, to)))) {
                    covered.set(places.get(from), places.get(to - 1) + 1);
                    break;
                }
            }
        }
        return covered;
    }
}
