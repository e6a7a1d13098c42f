package io.imprimatur.screening.internal.detect;

import com.google.re2j.Pattern;
import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Severity;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Ages over 89. "90 or older" and ranges are the category that the rule allows; the age of a house is nobody's.
 */
@Component
class AgeDetector implements Detector {
    private static final String OVER_89 = "(9\\d|1[01]\\d|12[0-5])";
    private static final String ONES =
            "(?:[\\s-]+(?:and[\\s-]+)?(?:one|two|three|four|five|six|seven|eight|nine|ten))?";
    private static final String OLD =
            "[\\s-]*(?:years?|yrs?\\.?)[\\s-]*(?:old\\b|of[\\s-]age\\b|young\\b)|" + "[\\s-]*y\\.?\\s?/?\\s?o\\b";
    private static final List<Pattern> SURE = List.of(
            Pattern.compile("(?i)" + OVER_89 + "(?:" + OLD + ")"),
            Pattern.compile("(?i)\\b(ninety" + ONES + "|(?:a|one)[\\s-]+hundred" + ONES
                    + ")[\\s-]+years?[\\s-]+(?:old|of[\\s-]age)"),
            Pattern.compile(
                    "(?i)\\b(?:aged?|turn(?:s|ed|ing)|the\\s+age\\s+of|at\\s+age)\\b(?:\\s+(?:of|at|is))?[\\s:=]*"
                            + OVER_89),
            Pattern.compile("(?i)" + OVER_89 + "(?:st|nd|rd|th)\\s+birthday"));
    private static final List<Pattern> UNSURE = List.of(
            Pattern.compile(
                    "(?i)\\b(?:he|she|who|grand(?:mother|father|ma|pa)|mother|father|mom|dad|aunt|uncle|patient)"
                            + "(?:'s|\\s+is|\\s+was)(?:\\s+(?:now|only|already|almost|nearly))?\\s+" + OVER_89),
            Pattern.compile("\\p{Lu}\\p{L}+,\\s+" + OVER_89 + ","),
            Pattern.compile("(?i)\\b((?:super)?centenarian|nonagenarian)\\b"));
    private static final Pattern CATEGORY_BEFORE = Pattern.compile(
            "(?i)(?:\\d\\s*(?:-|to|through|and)\\s*|\\b(?:over|above|under|below|beyond|older\\s+than|younger\\s+than|at\\s+least|up\\s+to|until)"
                    + "\\s+(?:the\\s+age\\s+of\\s+|age\\s+)?|[<>≥≤]\\s*)$");
    private static final Pattern CATEGORY_BEHIND = Pattern.compile(
            "(?i)^\\s*(?:\\+|%|percent|-\\s*\\d|to\\s+\\d|plus\\b|(?:years?\\s+)?(?:and|or)\\s+(?:over|older|above|up|more|under|younger|\\d))"
                    + "|^\\s*(?:degrees?|mg|ml|mmhg|bpm|kg|lbs?|points?|minutes?|days?|hours?)\\b|^\\.\\d");
    private static final Pattern THING = Pattern.compile(
            "(?i)\\b(?:hospital|building|clinic|cent(?:er|re)|foundation|institution|organi[sz]ation|tradition|history|school|church|campus"
                    + "|nonprofit|program|company|house|auxiliary)\\b");
    private static final Pattern PERSON = Pattern.compile(
            "(?i)\\b(?:he|she|his|her|him|woman|man|lady|gentleman|patient|resident|mr|mrs|ms|grand(?:mother|father|ma|pa)|mother|father|veteran|widow(?:er)?)\\b");

    @Override
    public String name() {
        return "age";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var text = normal.text();
        var found = new ArrayList<Finding>();
        SURE.forEach(pattern -> add(found, pattern, text, Severity.BLOCK));
        UNSURE.forEach(pattern -> add(found, pattern, text, Severity.REVIEW));
        return found;
    }

    private static void add(List<Finding> found, Pattern pattern, String text, Severity severity) {
        for (var match = pattern.matcher(text); match.find(); ) {
            var start = match.start(1);
            var end = match.end(1);
            var before = Surroundings.before(text, start, 30);
            if (isWholeNumber(text, start, end)
                    && !CATEGORY_BEFORE.matcher(before).find()
                    && !CATEGORY_BEHIND
                            .matcher(Surroundings.after(text, match.end(), 20))
                            .find()
                    && !isOfAThing(text, match.start(), match.end())) {
                found.add(Finding.of(Identifier.AGE, start, end, severity));
            }
        }
    }

    private static boolean isWholeNumber(String text, int start, int end) {
        if (end < text.length() && Edges.isDigit(text.charAt(end))) {
            return false;
        }
        return start == 0
                || !(Character.isLetterOrDigit(text.charAt(start - 1))
                        || (start > 1
                                && ".,".indexOf(text.charAt(start - 1)) >= 0
                                && Edges.isDigit(text.charAt(start - 2))));
    }

    private static boolean isOfAThing(String text, int start, int end) {
        var sentence = Surroundings.sentence(text, start, end);
        return THING.matcher(sentence).find() && !PERSON.matcher(sentence).find();
    }
}
