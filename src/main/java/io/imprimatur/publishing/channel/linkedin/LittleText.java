package io.imprimatur.publishing.channel.linkedin;

import io.imprimatur.publishing.channel.Preview.Entity;
import io.imprimatur.publishing.channel.TextEntities;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * LinkedIn's "little text format" of a post's commentary
 * (learn.microsoft.com/linkedin/marketing/community-management/shares/little-text-format). Its reserved characters need a
 * backslash; at one without, LinkedIn silently cuts the text. A hashtag is a link only as a template, so words of letters and
 * digits after {@code #} are sent as one; all else stays plain text.
 */
final class LittleText {
    private static final String RESERVED = "\\|{}@[]()<>#*_~";

    private static final Pattern ONE_WORD = Pattern.compile("#[\\p{L}\\p{Nd}]+");
    private static final Pattern TEMPLATE = Pattern.compile("\\{hashtag\\|\\\\?[#＃]\\|((?:[^\\\\|{}]|\\\\.)+)}");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\|{}@\\[\\]()<>#*_~])");

    private LittleText() {}

    /** What is sent for a plain text. */
    static String of(String plain) {
        var little = new StringBuilder(plain.length() + 64);
        var end = 0;
        for (var tag : hashtags(plain)) {
            escape(plain, end, tag.start(), little);
            little.append("{hashtag|\\#|")
                    .append(plain, tag.start() + 1, tag.end())
                    .append('}');
            end = tag.end();
        }
        escape(plain, end, plain.length(), little);
        return little.toString();
    }

    /** What readers see of it. Mentions, which we never send, stay as they are written, and so are a difference. */
    static String plain(String little) {
        var plain = new StringBuilder(little.length());
        var templates = TEMPLATE.matcher(little);
        var end = 0;
        while (templates.find()) {
            plain.append(unescaped(little.substring(end, templates.start())))
                    .append('#')
                    .append(unescaped(templates.group(1)));
            end = templates.end();
        }
        return plain.append(unescaped(little.substring(end))).toString();
    }

    /** Those that LinkedIn will make links. */
    static List<Entity> hashtags(String plain) {
        return TextEntities.linksAndHashtags(plain).stream()
                .filter(entity -> entity.kind() == Entity.Kind.HASHTAG)
                .filter(tag -> ONE_WORD.matcher(plain.substring(tag.start(), tag.end()))
                        .matches())
                .toList();
    }

    private static void escape(String plain, int start, int end, StringBuilder little) {
        for (int i = start; i < end; i++) {
            var c = plain.charAt(i);
            if (RESERVED.indexOf(c) >= 0) {
                little.append('\\');
            }
            little.append(c);
        }
    }

    private static String unescaped(String little) {
        return ESCAPED.matcher(little).replaceAll(escaped -> Matcher.quoteReplacement(escaped.group(1)));
    }
}
