package io.imprimatur.publishing.channel.x;

import com.twitter.twittertext.Extractor;
import com.twitter.twittertext.TwitterTextParser;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How X counts a text and what it makes of its parts (github.com/twitter/twitter-text, version 3.1.0). */
final class XText {
    static final int LIMIT = 280;

    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?://)?([^/?#]+)(.*)", Pattern.DOTALL);

    private XText() {}

    /** Weighted: an address counts 23, an emoji 2, as do most characters of East Asia. */
    static int length(String text) {
        return TwitterTextParser.parseTweet(text).weightedLength;
    }

    /** Whether it has none of the characters that X refuses. */
    static boolean hasValidCharacters(String text) {
        return text.chars().noneMatch(c -> c == '\ufffe' || c == '\ufeff' || c == '\uffff');
    }

    /** Addresses, tags and names, in their order. */
    static List<Extractor.Entity> entities(String text) {
        return new Extractor().extractEntitiesWithIndices(text);
    }

    /** Whether it is an address only because its end is the name of a country or the like, as in "Dr.Li". */
    static boolean lacksScheme(Extractor.Entity entity) {
        return entity.getType() == Extractor.Entity.Type.URL && !hasScheme(entity.getValue());
    }

    /**
     * The text with every address as X spells it out: with its scheme, its host in lower-case ASCII. X adds what is missing,
     * so both sides of a comparison are brought to this form.
     */
    static String canonical(String text) {
        var canonical = new StringBuilder();
        var from = 0;
        for (var entity : entities(text)) {
            if (entity.getType() == Extractor.Entity.Type.URL) {
                canonical.append(text, from, entity.getStart()).append(canonicalAddress(entity.getValue()));
                from = entity.getEnd();
            }
        }
        return canonical.append(text.substring(from)).toString();
    }

    private static String canonicalAddress(String address) {
        var parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return address;
        }
        var scheme = parts.group(1) == null ? "http://" : parts.group(1).toLowerCase(Locale.ROOT);
        var path = parts.group(3);
        return scheme + ascii(parts.group(2)).toLowerCase(Locale.ROOT) + (path.equals("/") ? "" : path);
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException notAName) {
            return host;
        }
    }

    private static boolean hasScheme(String address) {
        return address.regionMatches(true, 0, "http://", 0, 7) || address.regionMatches(true, 0, "https://", 0, 8);
    }
}
