package io.imprimatur.screening.internal.detect;

import com.google.re2j.Pattern;
import io.imprimatur.screening.NormalText.Span;

/** A date together with the weekday before it and the time of day behind it. */
final class WholeDate {
    private static final Pattern WEEKDAY_BEFORE =
            Pattern.compile("(?i)(?:\\bon\\s+)?\\b" + DateWords.WEEKDAY + "\\.?,?\\s+(?:the\\s+)?$");
    private static final Pattern TIME_BEHIND = Pattern.compile("(?i)" + DateWords.TIME);
    private static final int LONGEST_WEEKDAY = 22;
    private static final int LONGEST_TIME = 50;

    private WholeDate() {}

    static Span around(String text, int start, int end) {
        var before = Surroundings.before(text, start, LONGEST_WEEKDAY);
        var weekday = WEEKDAY_BEFORE.matcher(before);
        int from = weekday.find() ? start - before.length() + weekday.start() : start;
        var time = TIME_BEHIND.matcher(Surroundings.after(text, end, LONGEST_TIME));
        int to = time.lookingAt() ? end + time.end() : end;
        return new Span(from, Edges.standsAlone(text, from, to) ? to : end);
    }
}
