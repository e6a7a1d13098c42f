package io.imprimatur.screening.internal.normal;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HTML character references and the escapes of JSON and JavaScript become the characters that they stand for. */
final class Escapes {
    private static final Pattern ESCAPE = Pattern.compile(
            "&(?:#(\\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]{2,8}));?|\\\\u([0-9A-Fa-f]{4})|\\\\u\\{([0-9A-Fa-f]{1,6})\\}|\\\\x([0-9A-Fa-f]{2})");
    /** References that people meet in copied text (HTML Standard, section 13.5). */
    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("amp", 0x26),
            Map.entry("lt", 0x3C),
            Map.entry("gt", 0x3E),
            Map.entry("quot", 0x22),
            Map.entry("apos", 0x27),
            Map.entry("nbsp", 0x20),
            Map.entry("ensp", 0x20),
            Map.entry("emsp", 0x20),
            Map.entry("thinsp", 0x20),
            Map.entry("Tab", 0x20),
            Map.entry("NewLine", 0x0A),
            Map.entry("shy", 0xAD),
            Map.entry("zwj", 0x200D),
            Map.entry("zwnj", 0x200C),
            Map.entry("hyphen", 0x2D),
            Map.entry("dash", 0x2D),
            Map.entry("ndash", 0x2D),
            Map.entry("mdash", 0x2D),
            Map.entry("minus", 0x2D),
            Map.entry("commat", 0x40),
            Map.entry("period", 0x2E),
            Map.entry("middot", 0x2E),
            Map.entry("colon", 0x3A),
            Map.entry("semi", 0x3B),
            Map.entry("comma", 0x2C),
            Map.entry("sol", 0x2F),
            Map.entry("bsol", 0x5C),
            Map.entry("num", 0x23),
            Map.entry("plus", 0x2B),
            Map.entry("lpar", 0x28),
            Map.entry("rpar", 0x29),
            Map.entry("lowbar", 0x5F),
            Map.entry("percnt", 0x25),
            Map.entry("rsquo", 0x27),
            Map.entry("lsquo", 0x27));

    private Escapes() {}

    static MappedText undone(MappedText escaped) {
        var text = escaped.text();
        if (text.indexOf('&') < 0 && text.indexOf('\\') < 0) {
            return escaped;
        }
        var plain = new MappedText.Builder(text.length());
        int copied = 0;
        for (var match = ESCAPE.matcher(text); match.find(); ) {
            int codePoint = codePoint(match);
            if (codePoint > 0) {
                plain.append(escaped, copied, match.start());
                plain.append(
                        Character.toString(codePoint),
                        escaped.originalStart(match.start()),
                        escaped.originalEnd(match.end()));
                copied = match.end();
            }
        }
        plain.append(escaped, copied, text.length());
        return plain.build();
    }

    private static int codePoint(Matcher match) {
        if (match.group(3) != null) {
            return match.group().endsWith(";") ? NAMED.getOrDefault(match.group(3), 0) : 0;
        }
        int value = match.group(1) != null
                ? Integer.parseInt(match.group(1))
                : Integer.parseInt(firstOf(match.group(2), match.group(4), match.group(5), match.group(6)), 16);
        return Character.isValidCodePoint(value) ? value : 0;
    }

    private static String firstOf(@Nullable String... groups) {
        for (var group : groups) {
            if (group != null) {
                return group;
            }
        }
        return "0";
    }
}
