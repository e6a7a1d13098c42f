package io.imprimatur.mail.reading;

/** Takes quotations off a text that holds no other copy of a mail. */
final class Quotations {

    private Quotations() {}

    /**
     * The lines that stay.
     *
     * @param firstText the first line of words
     */
    static TextLines without(TextLines text, int firstText) {
        int attribution = text.first(LineKind.ATTRIBUTION, 0);
        if (attribution < firstText) {
            return withoutTrailing(afterQuotation(text, attribution));
        }
        boolean quotedToTheEnd = attribution < text.size() && !answeredInBetween(text, attribution);
        return withoutTrailing(quotedToTheEnd ? text.part(0, attribution) : text);
    }

    /** An attribution, a quotation, and then words to the end: the words are the answer. */
    private static TextLines afterQuotation(TextLines text, int attribution) {
        int quote = text.first(LineKind.QUOTE, attribution);
        int words = text.first(LineKind.TEXT, attribution);
        boolean below = quote < words && !text.has(LineKind.QUOTE, words) && !text.has(LineKind.ATTRIBUTION, words);
        return below ? text.part(words, text.size()) : text;
    }

    /** Whether words stand between quotations: then the person answers point by point. */
    private static boolean answeredInBetween(TextLines text, int attribution) {
        int quote = text.first(LineKind.QUOTE, attribution);
        int words = text.first(LineKind.TEXT, attribution);
        return quote < words && text.has(LineKind.QUOTE, words) && !text.has(LineKind.ATTRIBUTION, words);
    }

    private static TextLines withoutTrailing(TextLines text) {
        int end = text.size();
        while (end > 0 && text.kinds().get(end - 1) != LineKind.TEXT) {
            end--;
        }
        return text.part(0, end);
    }
}
