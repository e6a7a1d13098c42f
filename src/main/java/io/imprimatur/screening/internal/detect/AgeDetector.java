package io.imprimatur.screening.internal.detect;

import com.google.re2j.Pattern;
import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Ages over 89. "90 or older" and ranges are the category that the rule allows; the age of a house is nobody's.
 */
@Component
class AgeDetector implements Detector {
    private static final String OVER_89 = "(9\\d|1[01]\\d|12[0-5])";
    private static final String ONES =
            "(?:[\\s-]+(?:and[\\s-]+)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?";
    private static final String SPELLED = "(ninety" + ONES + "|(?:a|one)[\\s-]+hundred" + ONES + ")";
    private static final String OLD =
            "(?:[\\s-]*(?:years?|yrs?\\.?)[\\s-]*(?:old\\b|of[\\s-]age\\b|young\\b)|[\\s-]*y\\.?\\s?/?\\s?o\\b"
                    + "|[\\s-]*(?:years?|yrs?\\.?|y)?[\\s-]*(?:male|female|man|woman|gentleman|lady|(?:year|yr)s?\\s+(?-i:[MF]))\\b)";
    private static final String TURNED =
            "\\b(?:aged?|turn(?:s|ed|ing)|the\\s+age\\s+of|at\\s+age|at\\s+the\\s+ripe\\s+age\\s+of)\\b(?:\\s+(?:of|at|is|was|about|around|approximately))?[\\s:=-]*";
    private static final Set<String> IN_WORDS = Set.of("ninety", "hundred");

    private static final List<Probe> SURE = List.of(
            startingAt("(?i)" + OVER_89 + OLD),
            near(45, "(?i)" + TURNED + OVER_89),
            startingAt("(?i)" + OVER_89 + "(?:st|nd|rd|th)\\s+(?:birthday|year\\s+of\\s+life)"),
            near(
                    12,
                    "(?:(?:^|[.!?]\\s+)|(?i:\\b(?:pt|patient|elderly|this|a)\\b)[\\s:,]*)" + OVER_89
                            + "\\s?(?:M|F)\\b"),
            near(5, "\\b(?:M|F)\\s?/\\s?" + OVER_89),
            Probe.atWords(IN_WORDS, 20, 60, "(?i)\\b" + SPELLED + OLD),
            Probe.atWords(IN_WORDS, 40, 40, "(?i)" + TURNED + SPELLED + "\\b"));
    private static final String SOMEBODY =
            "\\b(?:he|she|who|they|pt|grand(?:mother|father|ma|pa)|mother|father|mom|mum|dad|aunt|uncle|patient|resident|husband|wife)";
    private static final List<Probe> UNSURE = List.of(
            Probe.atWords(
                    IN_WORDS,
                    40,
                    25,
                    "(?i)" + SOMEBODY + "(?:'s|\\s+is|\\s+was|,)(?:\\s+(?:now|only|already|almost|nearly))?\\s+"
                            + SPELLED + "\\b"),
            near(
                    35,
                    "(?i)" + SOMEBODY + "(?:'s|\\s+is|\\s+was|,)(?:\\s+(?:now|only|already|almost|nearly))?\\s+"
                            + OVER_89),
            near(25, "\\p{Lu}\\p{L}+\\s*(?:,\\s+|\\()" + OVER_89 + "[,)]"),
            near(5, "(?i)\\bat\\s+" + OVER_89 + ",\\s+(?:he|she|they|my|our)\\b"),
            Probe.atWords(
                    Set.of("nineties", "s"),
                    25,
                    10,
                    "(?i)\\bin\\s+(?:his|her|their)\\s+((?:early|mid|late)?[\\s-]?(?:nineties|90'?s))\\b"),
            Probe.atWords(
                    Set.of("centenarian", "supercentenarian", "nonagenarian"),
                    5,
                    20,
                    "(?i)\\b((?:super)?centenarian|nonagenarian)\\b"));

    private static final Pattern CATEGORY_BEFORE = Pattern.compile(
            "(?i)(?:\\d\\s*(?:-|to|through|and)\\s*|\\b(?:over|above|under|below|beyond|older\\s+than|younger\\s+than|at\\s+least|up\\s+to|until)"
                    + "\\s+(?:the\\s+age\\s+of\\s+|age\\s+)?|[<>≥≤$€£]\\s*)$");
    private static final Pattern CATEGORY_BEHIND = Pattern.compile(
            "(?i)^\\s*(?:\\+|%|percent|-\\s*\\d|to\\s+\\d|plus\\b|(?:years?\\s+)?(?:and|or)\\s+(?:over|older|above|up|more|under|younger|\\d))"
                    + "|^\\s*(?:degrees?|mg|ml|mmhg|bpm|kg|lbs?|points?|minutes?|days?|hours?|fever|temp)\\b|^\\.\\d");
    private static final Pattern THING = Pattern.compile(
            "(?i)\\b(?:hospital|building|clinic|cent(?:er|re)|foundation|institution|organi[sz]ation|tradition|history|school|church|campus"
                    + "|nonprofit|program|company|house|auxiliary)\\b");
    private static final Pattern PERSON = Pattern.compile(
            "(?i)\\b(?:he|she|his|her|him|woman|man|lady|gentleman|patient|pt|resident|mr|mrs|ms|grand(?:mother|father|ma|pa)|mother|father|veteran|widow(?:er)?|male|female|yo|who|admitted|diagnosed)\\b");

    @Override
    public String name() {
        return "age";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var found = new ArrayList<Finding>();
        SURE.forEach(probe -> add(found, probe, normal, Severity.BLOCK));
        UNSURE.forEach(probe -> add(found, probe, normal, Severity.REVIEW));
        return found;
    }

    private static Probe startingAt(String regex) {
        return Probe.startingAtNumbers(90, 125, 40, regex);
    }

    private static Probe near(int before, String regex) {
        return Probe.atNumbers(90, 125, before, 30, regex);
    }

    private static void add(List<Finding> found, Probe probe, NormalText normal, Severity severity) {
        var text = normal.text();
        for (var hit : probe.in(normal)) {
            var start = hit.start(1);
            var end = hit.end(1);
            if (isWholeNumber(text, start, end)
                    && !CATEGORY_BEFORE
                            .matcher(Surroundings.before(text, start, 30))
                            .find()
                    && !CATEGORY_BEHIND
                            .matcher(Surroundings.after(text, hit.end(), 20))
                            .find()
                    && !isOfAThing(text, hit.start(), hit.end())) {
                found.add(Finding.of(Identifier.AGE, start, wholeAge(text, hit), severity));
            }
        }
    }

    /** With "yo" or "-year-old", as it is written in one word. */
    private static int wholeAge(String text, Hit hit) {
        int end = hit.end(1);
        while (end < hit.end() && (Character.isLetter(text.charAt(end)) || "-/.".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
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
