package io.imprimatur.mail.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words that mail clients write around quotations, in many languages; all folded. */
final class QuotationWords {

    private static final Phrases PHRASES = Phrases.read("quotation.yaml");

    static final List<String> OPENERS = PHRASES.list("openers");
    static final List<String> WROTE = PHRASES.list("wrote");
    static final List<String> SELF = PHRASES.list("self");
    static final List<String> FORWARDS = PHRASES.list("forwards");
    static final List<String> FOOTER_OPENERS = PHRASES.list("footer-openers");
    static final List<String> FOOTER_ENDINGS = PHRASES.list("footer-endings");
    static final List<String> DEVICES = PHRASES.list("devices");
    static final Set<String> FROM_LABELS = Set.copyOf(PHRASES.list("from-labels"));
    static final Set<String> LABELS = labels();

    private QuotationWords() {}

    private static Set<String> labels() {
        Set<String> all = new HashSet<>(PHRASES.list("labels"));
        all.addAll(FROM_LABELS);
        return Set.copyOf(all);
    }

    /** Whether the text holds one of the phrases with no letter directly before or after it. */
    static boolean holds(String folded, List<String> phrases) {
        return phrases.stream().anyMatch(phrase -> wordAt(folded, phrase) >= 0);
    }

    static boolean begins(String folded, List<String> phrases) {
        return phrases.stream().anyMatch(phrase -> folded.startsWith(phrase) && endsWord(folded, phrase.length()));
    }

    private static int wordAt(String folded, String phrase) {
        for (int at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + 1)) {
            boolean begins = at == 0 || !Character.isLetter(folded.charAt(at - 1)) || ideographic(phrase);
            if (begins && (endsWord(folded, at + phrase.length()) || ideographic(phrase))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean endsWord(String folded, int at) {
        return at >= folded.length() || !Character.isLetter(folded.charAt(at));
    }

    /** Scripts that put no blank between words. */
    private static boolean ideographic(String phrase) {
        return phrase.charAt(0) >= '\u3040' && phrase.charAt(0) <= '\uD7AF';
    }
}
