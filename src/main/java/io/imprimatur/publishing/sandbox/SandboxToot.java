package io.imprimatur.publishing.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** A text as Mastodon counts it and as it makes HTML of it. */
final class SandboxToot {
    private static final Pattern URL = Pattern.compile(
            "(?<![\\p{Alnum}@#/])https?://\\p{Alnum}++(?:-+\\p{Alnum}++)*+"
                    + "(?:\\.\\p{Alnum}++(?:-+\\p{Alnum}++)*+)++(?![\\p{Alnum}@+-])(?::\\d+)?"
                    + "(?:/(?:[^\\s<>()?]|\\([^\\s<>()?]+\\))*"
                    + "(?:[^\\s()?!*\"'<>;:=,.$%\\[\\]~&|@]|\\([^\\s<>()?]+\\))|/)?"
                    + "(?:\\?[\\p{Alnum}!?*'();:&=+$/%#\\[\\]_.,~|@^-]*[\\p{Alnum}_&=#/-])?",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern MENTION = Pattern.compile(
            "(?<![=/\\w])(@[A-Za-z0-9_]+(?:[.-]+[A-Za-z0-9_]+)*)(@[\\w.-]+\\w)?(?![@\\p{Alnum}])",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern HASHTAG =
            Pattern.compile("(?<![=/)\\p{Alnum}])#(\\w*\\p{Alpha}\\w*)", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern LINKS =
            Pattern.compile(URL.pattern() + "|" + HASHTAG.pattern(), Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final Pattern PREFIX = Pattern.compile("^https?://(?:www\\.)?");
    private static final int SEEN = 30;

    private SandboxToot() {}

    static int length(String text) {
        var urls = URL.matcher(text).replaceAll("x".repeat(23));
        var mentions = MENTION.matcher(urls).replaceAll("$1");
        return (int) CLUSTER.matcher(mentions).results().count();
    }

    static String html(String text, String instance) {
        return Arrays.stream(text.split("\n\n+"))
                .map(paragraph -> "<p>" + linked(paragraph, instance).replace("\n", "<br />") + "</p>")
                .collect(Collectors.joining());
    }

    private static String linked(String text, String instance) {
        var parts = new ArrayList<String>();
        var end = 0;
        for (var match : all(text)) {
            parts.add(escaped(text.substring(end, match.start())));
            parts.add(match.group().startsWith("#") ? hashtag(match.group(), instance) : link(match.group()));
            end = match.end();
        }
        parts.add(escaped(text.substring(end)));
        return String.join("", parts);
    }

    private static List<MatchResult> all(String text) {
        return LINKS.matcher(text).results().toList();
    }

    private static String link(String url) {
        var prefix = PREFIX.matcher(url);
        var start = prefix.find() ? prefix.end() : 0;
        var cut = Math.min(url.length(), start + SEEN);
        return "<a href=\"" + escaped(url) + "\" target=\"_blank\" rel=\"nofollow noopener\" translate=\"no\">"
                + "<span class=\"invisible\">" + escaped(url.substring(0, start)) + "</span><span class=\""
                + (cut < url.length() ? "ellipsis" : "") + "\">" + escaped(url.substring(start, cut))
                + "</span><span class=\"invisible\">" + escaped(url.substring(cut)) + "</span></a>";
    }

    private static String hashtag(String tag, String instance) {
        var name = escaped(tag.substring(1));
        return "<a href=\"" + instance + "/tags/" + name + "\" class=\"mention hashtag\" rel=\"tag\">#<span>" + name
                + "</span></a>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
