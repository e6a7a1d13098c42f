package io.imprimatur.publishing.channel.bluesky;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what readers can follow in a text, as Bluesky's own programs do: links with their scheme, and tags after white
 * space. The server finds nothing by itself: what is not sent as a facet stays plain text, also a name like "Dr.Li" and a
 * handle.
 */
final class Facets {
    private static final int LONGEST_TAG = 64;

    private static final Pattern TAG_OR_LINK = Pattern.compile(
            "(?<!\\S)[#＃](?<tag>(?!\\ufe0f)[^\\s\\u00ad\\u2060\\u200a-\\u200d\\u20e2]+)"
                    + "|(?<![\\p{L}\\p{N}])(?<link>https?://[\\p{L}\\p{N}][^\\s<>\"]*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern PUNCTUATION = Pattern.compile("\\p{IsPunctuation}");
    private static final Pattern NO_WORD = Pattern.compile("[\\d\\p{IsPunctuation}]*");
    private static final String ENDS_NO_LINK = ".,;:!?'";

    private Facets() {}

    /** @param link the text's last part, if there is one; all of it is a link, however it ends */
    static List<Facet> of(String text, @Nullable URI link) {
        var facets = new ArrayList<Facet>();
        var address = link == null ? "" : link.toString();
        var rest = text.length() - address.length();
        var found = TAG_OR_LINK.matcher(text).region(0, rest);
        while (found.find()) {
            var tag = found.group("tag");
            var target = tag == null ? link(found.group("link")) : tag(tag);
            if (!target.isEmpty()) {
                facets.add(new Facet(tag != null, found.start(), end(found.start(), tag != null, target), target));
            }
        }
        if (link != null) {
            facets.add(new Facet(false, rest, text.length(), address));
        }
        return facets;
    }

    private static int end(int start, boolean tag, String target) {
        return start + (tag ? 1 : 0) + target.length();
    }

    /** Without punctuation at its end; empty when it is no tag. */
    private static String tag(String found) {
        var end = found.length();
        while (end > 0
                && PUNCTUATION
                        .matcher(found)
                        .region(found.offsetByCodePoints(end, -1), end)
                        .matches()) {
            end = found.offsetByCodePoints(end, -1);
        }
        var tag = found.substring(0, end);
        return NO_WORD.matcher(tag).matches() || TextSize.graphemes(tag) > LONGEST_TAG ? "" : tag;
    }

    /** Without what ends a sentence or a bracket rather than an address. */
    private static String link(String found) {
        var end = found.length();
        while (ENDS_NO_LINK.indexOf(found.charAt(end - 1)) >= 0
                || (found.charAt(end - 1) == ')' && found.indexOf('(') < 0)) {
            end--;
        }
        return found.substring(0, end);
    }
}
