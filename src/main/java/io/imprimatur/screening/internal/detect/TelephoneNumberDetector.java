package io.imprimatur.screening.internal.detect;

import com.google.re2j.Pattern;
import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Severity;
import io.imprimatur.screening.internal.detect.TelephoneNumbers.Number;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Telephone numbers, and fax numbers by the word before or behind them. Sure are numbers that are written as such or
 * introduced by their words; ten bare digits that could be one need a look.
 */
@Component
class TelephoneNumberDetector implements Detector {
    private static final Pattern FAX_BEFORE = Pattern.compile("(?i)\\bfax(?:es|ed)?\\b[^\\d\\n]*\\n?[^\\d\\n]*$");
    private static final Pattern FAX_BEHIND = Pattern.compile("(?i)^[\\s,]*[(\\[]\\s*fax\\s*[)\\]]");
    private static final String WORDS = "(?i)\\b(?:(fax(?:ed)?(?:\\s+(?:number|no|line|it|them))?|f(?:ax)?\\s*[:#]"
            + "|(?:tele)?phones?(?:\\s+(?:number|no))?|tel|ph|cell(?:\\s?phone)?(?:\\s+number)?|mobile(?:\\s+(?:number|phone))?|mob"
            + "|whatsapp|pager|beeper|voicemail|desk|landline|call\\s?back(?:\\s+number)?|sms|signal|viber"
            + "|(?:my|his|her|their|registered|contact|direct|home|work|office|emergency|daytime|best)\\s+(?:number|no|line|contact))"
            + "|(?:call(?:ed|ing)?|text(?:ed)?|ring|rang|dial(?:ed)?|reach(?:ed|able)?|answering|contact|page[dr]?))\\b";
    private static final String NUMBER =
            "[^\\d.!?+(]{0,25}(?:\\.:?\\s{0,2})?(\\+?\\(?\\d[\\d().\\s-]{5,20}\\d)(?:\\s*,?\\s*(?:x|ext\\.?)\\s?\\d{1,6})?";
    private static final Pattern INTRODUCED = Pattern.compile(WORDS + NUMBER);
    private static final Probe AT_ITS_WORDS = Probe.atWordsByDigits(
            Probe.words(
                    "fax faxed f phone phones telephone tel ph cell cellphone mobile mob whatsapp pager beeper voicemail "
                            + "desk landline callback sms signal viber number no line contact call called calling text texted ring "
                            + "rang dial dialed reach reached reachable answering page paged"),
            12,
            30,
            WORDS);
    private static final Pattern BEHIND_WORDS = Pattern.compile("(?i)" + NUMBER);
    private static final Probe BEFORE_ITS_WORDS = Probe.atWordsBehindDigits(
            Set.of("office", "fax", "mobile", "cell", "home", "work", "phone", "landline", "pager"),
            30,
            8,
            "(?i)\\b(\\d[\\d().\\s-]{5,20}\\d)\\s*[-(,]?\\s*(?:(fax)|office|mobile|cell|home|work|phone|landline|pager)\\b");
    private static final Pattern YEARS_OR_DATE = Pattern.compile(
            "^(?:(?:18|19|20)\\d\\d\\s*-\\s*(?:18|19|20)\\d\\d|\\d{4}-\\d{1,2}-\\d{1,2}.*|\\d{1,2}[-.]\\d{1,2}[-.]\\d{4}.*)$");
    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;
    private static final int LONGEST = 75;
    private static final int LABEL_REACH = 30;

    private final TelephoneNumbers numbers;

    TelephoneNumberDetector(TelephoneNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public String name() {
        return "telephone-number";
    }

    @Override
    public List<Finding> find(NormalText normal) {
        var text = normal.text();
        if (normal.figures().groups().stream().noneMatch(group -> group.digits() >= FEWEST_DIGITS)) {
            return List.of();
        }
        var shaped = numbers.in(normal);
        var found = new ArrayList<Finding>();
        for (var number : shaped) {
            if (!number.harmless()) {
                found.add(finding(text, number));
            }
        }
        var taken = new BitSet();
        shaped.forEach(number -> taken.set(number.start(), number.end()));
        found.addAll(introduced(normal, taken));
        found.addAll(beforeWords(normal, taken));
        return found;
    }

    private static Finding finding(String text, Number number) {
        var introduced = INTRODUCED
                .matcher(Surroundings.before(text, number.start(), LABEL_REACH)
                        + text.substring(number.start(), number.end()))
                .find();
        var severity = number.sure() || introduced ? Severity.BLOCK : Severity.REVIEW;
        var identifier = isFax(text, number.start(), number.end()) ? Identifier.FAX : Identifier.PHONE;
        return Finding.of(identifier, number.start(), number.end(), severity);
    }

    /** Local numbers and foreign ones without a country code, which only their words give away. */
    private List<Finding> introduced(NormalText normal, BitSet taken) {
        var text = normal.text();
        var found = new ArrayList<Finding>();
        for (var word : AT_ITS_WORDS.in(normal)) {
            var number = BEHIND_WORDS.matcher(Surroundings.after(text, word.end(), LONGEST));
            if (!number.lookingAt()) {
                continue;
            }
            var start = word.end() + number.start(1);
            var end = word.end() + number.end();
            var digits = Edges.digits(number.group(1));
            if (digits >= FEWEST_DIGITS
                    && digits <= MOST_DIGITS
                    && Edges.standsAlone(text, start, end)
                    && !YEARS_OR_DATE.matches(number.group(1))
                    && taken.get(start, end).isEmpty()
                    && !numbers.isHarmless(number.group(1))) {
                var severity = word.has(1) ? Severity.BLOCK : Severity.REVIEW;
                var identifier = isFax(text, start, end) ? Identifier.FAX : Identifier.PHONE;
                found.add(Finding.of(identifier, start, end, severity));
            }
        }
        return found;
    }

    /** {@code 416 60 039 office}, as signatures have it. */
    private static List<Finding> beforeWords(NormalText normal, BitSet taken) {
        var found = new ArrayList<Finding>();
        for (var hit : BEFORE_ITS_WORDS.in(normal)) {
            var digits = Edges.digits(hit.group(1));
            if (digits >= FEWEST_DIGITS
                    && digits <= MOST_DIGITS
                    && Edges.isWholeNumber(normal.text(), hit.start(1), hit.end(1))
                    && !YEARS_OR_DATE.matches(hit.group(1))
                    && taken.get(hit.start(1), hit.end(1)).isEmpty()) {
                found.add(hit.finding(hit.has(2) ? Identifier.FAX : Identifier.PHONE, Severity.REVIEW, 1));
            }
        }
        return found;
    }

    private static boolean isFax(String text, int start, int end) {
        return FAX_BEFORE.matcher(Surroundings.before(text, start, LABEL_REACH)).find()
                || FAX_BEHIND
                        .matcher(Surroundings.after(text, end, LABEL_REACH))
                        .find();
    }
}
