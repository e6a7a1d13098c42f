package io.imprimatur.screening.internal.detect;

import com.google.re2j.Pattern;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A number that its usual words introduce, such as {@code MRN: 00123456} or {@code member ID XYZ-889 1234}, or that they
 * follow: {@code 48291 is her MRN}.
 *
 * <p>The words alone never suffice: behind them, with no more than "number", "is", a colon or the like between, must
 * stand a token with digits. Joined to its words, as in {@code MRN#48291}, the whole is found.
 */
final class IntroducedNumber {
    /** Words that call what follows a number. */
    static final String NUMBER_WORD =
            "[\\s_-]*(?:numbers?|num\\b|nos?\\b|nr\\b|ids?(?:\\b|_)|identifiers?|identification|codes?|#|№)";

    private static final String FILLER =
            "numbers?|num|no|nr|nbr|ids?|code|is|was|are|as|of|on|file|ending|ends|in|with|under|reads?"
                    + "|listed|shows?|which|the|his|her|their|our|my|your|system|record|records|assigned|given|called|being|now|currently|still"
                    + "|remains|confirmed|last|four|digits";
    private static final String BETWEEN = "(?:[\\s_]*(?:(?:" + FILLER + ")\\b|[:#=.,\"'(\\[*>№-])){0,7}[\\s_]*";
    private static final String FOR_SOMEBODY =
            "(?:\\s+(?:for|of)\\s+[^\\d.;:!?\\n]{2,40}?(?:\\s+(?:is|was)\\s+|\\s*[:#=]\\s*))";
    private static final String VALUE =
            "((?:[A-Za-z]{1,6}[-_/.]?|(?-i:[A-Z]{1,3} ))?(?:[A-Za-z]{1,6}[-_])?\\d[A-Za-z\\d]*"
                    + "(?:[-/._][A-Za-z\\d]+|\\s?[-–]\\s?\\d+|\\s\\d[A-Za-z\\d]*\\d[A-Za-z\\d]*){0,6})";
    private static final Pattern BEHIND = Pattern.compile("(?i)(?:" + BETWEEN + "|" + FOR_SOMEBODY + ")" + VALUE);
    private static final Pattern IN_FRONT = Pattern.compile("(?i)\\b" + VALUE + "\\s*(?:\\(|,?\\s+(?:is|was|as)\\s+"
            + "(?:the|my|his|her|their|your|(?:the\\s+)?patient's|pt's)\\s+)$");
    private static final Set<String> BEFORE_LABEL = Set.of("(", "the", "my", "his", "her", "their", "your", "s");
    /** How long a label may be before and behind the word that triggers it. */
    private static final int LABEL_BEFORE = 24;

    private static final int LABEL_BEHIND = 30;

    private static final int REACH = 110;
    private static final int LONGEST_VALUE = 60;

    /** "1-800-MEDICARE (1-800-633-4227)" is a line to call. */
    private static final Pattern TOLL_FREE =
            Pattern.compile("(?:1[-. ])?8(?:00|33|44|55|66|77|88)[-. ]\\d{3}[-. ]\\d{4}");

    private final Identifier identifier;
    private final Severity severity;
    private final int fewestDigits;
    private final Probe label;

    /**
     * @param fewestDigits how many digits the value has at least
     * @param triggers words in lower case, one of which stands in every match
     * @param words regular expression of the words, without groups that capture
     */
    IntroducedNumber(Identifier identifier, Severity severity, int fewestDigits, Set<String> triggers, String words) {
        this.identifier = identifier;
        this.severity = severity;
        this.fewestDigits = fewestDigits;
        this.label = Probe.within(
                Windows.around(triggers, LABEL_BEFORE, LABEL_BEHIND, (text, start) -> text.figures()
                        .within(start - LABEL_BEFORE * 2, start + LABEL_BEHIND + REACH - LONGEST_VALUE)),
                "(?i)(?:" + words + ")");
    }

    List<Finding> in(NormalText normal) {
        var found = new ArrayList<Finding>();
        for (var hit : label.in(normal)) {
            if (startsWord(normal.text(), hit.start())) {
                behind(normal, hit, found);
                inFront(normal, hit, found);
            }
        }
        return found;
    }

    private void behind(NormalText normal, Hit hit, List<Finding> found) {
        var text = normal.text();
        if (!normal.figures().within(hit.end() - 1, hit.end() + REACH - LONGEST_VALUE)) {
            return;
        }
        var value = BEHIND.matcher(Surroundings.after(text, hit.end(), REACH));
        if (value.lookingAt()) {
            int start = hit.end() + value.start(1);
            int end = hit.end() + value.end(1);
            if (enough(value.group(1)) && !isHashtag(text, start) && !TOLL_FREE.matches(value.group(1))) {
                found.add(Finding.of(identifier, joinedStart(text, hit.start(), start), end, severity));
            }
        }
    }

    private void inFront(NormalText normal, Hit hit, List<Finding> found) {
        var text = normal.text();
        if (!normal.figures().within(hit.start() - LONGEST_VALUE, hit.start())
                || !BEFORE_LABEL.contains(lastWord(text, hit.start()))) {
            return;
        }
        int from = Math.max(0, hit.start() - LONGEST_VALUE);
        var value = IN_FRONT.matcher(text.substring(from, hit.start()));
        if (value.find()
                && enough(value.group(1))
                && Edges.standsAlone(text, from + value.start(1), from + value.end(1))) {
            found.add(Finding.of(identifier, from + value.start(1), from + value.end(1), severity));
        }
    }

    /** The word that ends there, white space aside, or the bracket. */
    private static String lastWord(String text, int end) {
        int to = end;
        while (to > 0 && text.charAt(to - 1) == ' ' && end - to < 3) {
            to--;
        }
        int from = to;
        while (from > 0 && Character.isLetter(text.charAt(from - 1)) && to - from < 6) {
            from--;
        }
        return from == to
                ? text.substring(Math.max(0, to - 1), to)
                : text.substring(from, to).toLowerCase(Locale.ROOT);
    }

    private boolean enough(String value) {
        return Edges.digits(value) >= fewestDigits;
    }

    /** {@code MRN#48291} and {@code ID:AB12} are one word to whoever reads them. */
    static int joinedStart(String text, int label, int value) {
        int at = value;
        while (at > label && !isGap(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isGap(char unit) {
        return Character.isWhitespace(unit) || "([\"',>".indexOf(unit) >= 0;
    }

    /** {@code #ep2014} is a topic; {@code #44718} and {@code #AB-1234} are numbers. */
    private static boolean isHashtag(String text, int value) {
        return text.charAt(value - 1) == '#' && Character.isLowerCase(text.charAt(value));
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at));
    }
}
