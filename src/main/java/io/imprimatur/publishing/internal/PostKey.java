package io.imprimatur.publishing.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;

/** The name of a revision on every platform: words of its title for people, then what makes it the only one. */
final class PostKey {
    private static final int LONGEST_WORDS = 60;
    private static final int DIGITS = 12;

    private PostKey() {}

    /** For example {@code new-opening-hours-3f2a9c81b2d4-r2}. Depends on its arguments only. */
    static String of(String title, UUID contentId, int revision) {
        var digits = contentId.toString().replace("-", "");
        return words(title) + digits.substring(digits.length() - DIGITS) + "-r" + revision;
    }

    private static String words(String title) {
        var ascii = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        var cut = ascii.length() <= LONGEST_WORDS ? ascii : ascii.substring(0, LONGEST_WORDS);
        var trimmed = cut.replaceAll("^-+|-+$", "");
        return trimmed.isEmpty() ? "" : trimmed + "-";
    }
}
