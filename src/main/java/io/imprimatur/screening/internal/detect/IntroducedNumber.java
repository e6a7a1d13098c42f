package io.imprimatur.screening.internal.detect;

import com.google.re2j.Pattern;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * A number that its usual words introduce, such as {@code MRN: 00123456} or {@code member ID XYZ-889 1234}.
 *
 * <p>The words alone never suffice: behind them, with no more than "number", "is", a colon or the like between, must
 * stand a token with digits.
 */
final class IntroducedNumber {
    /** Words that call what follows a number. */
    static final String NUMBER_WORD = "\\s*(?:numbers?|num\\b|no\\b|nr\\b|ids?\\b|identifiers?|identification|code|#)";

    private static final String BETWEEN =
            "(?:\\s*(?:numbers?\\b|num\\b|no\\b|nr\\b|id\\b|is\\b|was\\b|as\\b|ending\\b|in\\b|with\\b|[:#=.,\"'(-])){0,5}\\s*";
    private static final String VALUE =
            "((?:[A-Za-z]{1,6}-?|(?-i:[A-Z]{1,3} ))?\\d[A-Za-z\\d]*(?:[-/.][A-Za-z\\d]+|\\s\\d[A-Za-z\\d]*\\d[A-Za-z\\d]*){0,6})";

    /** "1-800-MEDICARE (1-800-633-4227)" is a line to call. */
    private static final Pattern TOLL_FREE =
            Pattern.compile("(?:1[-. ])?8(?:00|33|44|55|66|77|88)[-. ]\\d{3}[-. ]\\d{4}");

    private final Identifier identifier;
    private final Severity severity;
    private final int fewestDigits;
    private final Pattern pattern;

    /**
     * @param words regular expression of the words, without groups that capture
     * @param fewestDigits how many digits the value has at least
     */
    IntroducedNumber(Identifier identifier, Severity severity, int fewestDigits, String words) {
        this.identifier = identifier;
        this.severity = severity;
        this.fewestDigits = fewestDigits;
        this.pattern = Pattern.compile("(?i)(?:" + words + ")" + BETWEEN + VALUE);
    }

    List<Finding> in(String text) {
        var found = new ArrayList<Finding>();
        for (var match = pattern.matcher(text); match.find(); ) {
            if (Edges.digits(match.group(1)) >= fewestDigits
                    && startsWord(text, match.start())
                    && !isHashtag(text, match.start(1))
                    && !TOLL_FREE.matches(match.group(1))) {
                found.add(Finding.of(identifier, match.start(1), match.end(1), severity));
            }
        }
        return found;
    }

    /** {@code #ep2014} is a topic; {@code #44718} and {@code #AB-1234} are numbers. */
    private static boolean isHashtag(String text, int value) {
        return text.charAt(value - 1) == '#' && Character.isLowerCase(text.charAt(value));
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at));
    }
}
