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
    private static final int LONGEST = 6;

    private final Set<String> terms;

    private MedicalTerms(Set<String> terms) {
        this.terms = Set.copyOf(terms);
    }

    static MedicalTerms read() {
        var terms = new HashSet<String>();
        for (var line : lines()) {
            if (!line.startsWith("#") && (line.contains("|") || line.contains(" "))) {
                Arrays.stream(line.split("\\|")).forEach(term -> terms.add(key(term)));
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

    private static String key(String term) {
        var words = new ArrayList<String>();
        for (var token : Token.of(term, 0, term.length())) {
            var word = word(token, term);
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return key(words);
    }

    private static String key(List<String> words) {
        var last = words.get(words.size() - 1);
        var end = last.length() > 3 && last.endsWith("s") ? last.substring(0, last.length() - 1) : last;
        return String.join(" ", words.subList(0, words.size() - 1)) + " " + end;
    }

    /** In small letters; empty for marks and for the s of a possessive, which tell nothing. */
    private static String word(Token token, String text) {
        var word = token.in(text).toLowerCase(Locale.ROOT);
        var possessive = word.equals("s") && token.start() > 0 && "'’".indexOf(text.charAt(token.start() - 1)) >= 0;
        return possessive || !Character.isLetterOrDigit(word.codePointAt(0)) ? "" : word;
    }

    /** Numbers of the tokens that are part of such a term. */
    BitSet in(List<Token> tokens, String text) {
        var words = new ArrayList<String>();
        var places = new ArrayList<Integer>();
        for (int i = 0; i < tokens.size(); i++) {
            var word = word(tokens.get(i), text);
            if (!word.isEmpty()) {
                words.add(word);
                places.add(i);
            }
        }
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
