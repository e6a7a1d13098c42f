package io.imprimatur.mail.reading;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Phrases to be found among the words of a line.
 *
 * @param phrases folded, words divided by single blanks
 * @param longest words of the longest phrase
 */
record PhraseSet(Set<String> phrases, int longest) {

    /** More words than any decision needs; what is longer is a sentence. */
    private static final int MOST_WORDS = 6;

    PhraseSet {
        phrases = Set.copyOf(phrases);
    }

    static PhraseSet of(Collection<String> texts) {
        Set<String> phrases = new HashSet<>();
        int longest = 0;
        for (String text : texts) {
            List<String> words = Tokens.of(text).all().stream()
                    .filter(Token::word)
                    .map(Token::folded)
                    .toList();
            if (!words.isEmpty() && words.size() <= MOST_WORDS) {
                phrases.add(String.join(" ", words));
                longest = Math.max(longest, words.size());
            }
        }
        return new PhraseSet(phrases, longest);
    }

    /** Words of the longest phrase that begins here; 0 if none does. */
    int at(Tokens tokens, int from) {
        int found = 0;
        StringBuilder words = new StringBuilder();
        for (int count = 1; count <= longest && tokens.word(from + count - 1); count++) {
            words.append(count == 1 ? "" : " ")
                    .append(tokens.get(from + count - 1).folded());
            found = phrases.contains(words.toString()) ? count : found;
        }
        return found;
    }

    boolean within(Tokens tokens, int from) {
        for (int at = from; at < tokens.size(); at++) {
            if (at(tokens, at) > 0) {
                return true;
            }
        }
        return false;
    }

    boolean beginsClause(Tokens tokens, int from) {
        for (int at = from; at < tokens.size(); at++) {
            if (tokens.beginsClause(at) && at(tokens, at) > 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return phrases.stream().sorted().collect(Collectors.joining(", "));
    }
}
