package io.imprimatur.flow.internal.library;

import io.imprimatur.platform.Refusal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Makes of a flow's model another flow's: with a key and a name of its own, and nothing else changed. */
final class FlowCopy {
    private static final int LONGEST_KEY = 60;

    /** The key that a flow of that name gets: lower-case letters, digits and hyphens, beginning with a letter. */
    static String keyOf(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        if (plain.isEmpty()) {
            throw Refusal.invalid("name-missing", "Give the flow a name that begins with a letter.")
                    .about("name");
        }
        return plain.substring(0, Math.min(LONGEST_KEY, plain.length()));
    }

    /** @param xml that holds a process with the id {@code from} */
    static String of(String xml, String from, String key, String name) {
        var named = processTag(from).matcher(xml).replaceAll(tag -> Matcher.quoteReplacement(renamed(tag, name)));
        return Pattern.compile("\\b(id|bpmnElement|processRef)=(\"|')" + Pattern.quote(from) + "\\2")
                .matcher(named)
                .replaceAll("$1=$2" + Matcher.quoteReplacement(key) + "$2");
    }

    private static Pattern processTag(String key) {
        return Pattern.compile("<(?:\\w+:)?process\\b[^>]*\\bid=(?:\"|')" + Pattern.quote(key) + "(?:\"|')[^>]*>");
    }

    private static String renamed(MatchResult tag, String name) {
        return tag.group()
                .replaceFirst(
                        "\\bname=(?:\"[^\"]*\"|'[^']*')",
                        Matcher.quoteReplacement("name=\"" + HtmlUtils.htmlEscape(name, "UTF-8") + '"'));
    }

    private FlowCopy() {}
}
