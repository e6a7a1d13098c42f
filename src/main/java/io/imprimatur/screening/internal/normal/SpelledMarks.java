package io.imprimatur.screening.internal.normal;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Marks in brackets, such as {@code (dot)} and {@code _AT_}, and those of addresses with spaces around. */
final class SpelledMarks implements Rewriting {
    private static final Pattern BRACKETED = Pattern.compile(
            "(?i)[ ]{0,3}(?:[(\\[{<]\\s?(dot|\\.|at|@|dash|hyphen|-|slash|/)\\s?[)\\]}>]|_(dot|at|dash)_)[ ]{0,3}");
    private static final Pattern SPACED = Pattern.compile("[ ]{1,3}(@)[ ]{1,3}|[a-z\\d][ ]{1,2}(\\.)[ ]{1,2}[a-z\\d]");
    private static final Map<String, String> MARKS =
            Map.of("dot", ".", "at", "@", "dash", "-", "hyphen", "-", "slash", "/");

    @Override
    public List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        if (holdsBracket(text)) {
            for (var match = BRACKETED.matcher(text); match.find(); ) {
                var mark = match.group(1) == null ? match.group(2) : match.group(1);
                var read = MARKS.getOrDefault(mark.toLowerCase(Locale.ROOT), mark);
                runs.add(new Run(match.start(), match.end(), read));
            }
        }
        if (text.contains(" @ ")) {
            for (var match = SPACED.matcher(text); match.find(); ) {
                var at = match.group(1) != null;
                runs.add(new Run(match.start() + (at ? 0 : 1), match.end() - (at ? 0 : 1), at ? "@" : "."));
            }
        }
        return runs;
    }

    private static boolean holdsBracket(String text) {
        return text.chars().anyMatch(unit -> "([{<_".indexOf(unit) >= 0);
    }
}
