package io.imprimatur.publishing.sandbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * LinkedIn's reading of a commentary: a backslash keeps a reserved character, a hashtag's template is a hashtag, and at any
 * other reserved character the text ends, without a word.
 *
 * @param little what LinkedIn keeps of it, in the same format
 * @param shown what readers see
 */
record SandboxLittleText(String little, String shown) {
    private static final Pattern HASHTAG = Pattern.compile("\\{hashtag\\|\\\\#\\|([\\p{L}\\p{N}]+)}");
    private static final String RESERVED = "\\|{}@[]()<>#*_~";

    static SandboxLittleText of(String given) {
        var shown = new StringBuilder();
        var hashtag = HASHTAG.matcher(given);
        var i = 0;
        while (i < given.length()) {
            var c = given.charAt(i);
            if (c == '\\' && i + 1 < given.length() && RESERVED.indexOf(given.charAt(i + 1)) >= 0) {
                shown.append(given.charAt(i + 1));
                i += 2;
            } else if (startsAt(hashtag, i, given)) {
                shown.append('#').append(hashtag.group(1));
                i = hashtag.end();
            } else if (RESERVED.indexOf(c) >= 0) {
                break;
            } else {
                shown.append(c);
                i++;
            }
        }
        return new SandboxLittleText(given.substring(0, i), shown.toString());
    }

    private static boolean startsAt(Matcher hashtag, int start, String given) {
        return hashtag.region(start, given.length()).lookingAt();
    }
}
