package io.imprimatur.screening.internal.detect;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.re2j.Pattern;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.NormalText.Span;
import io.imprimatur.screening.internal.ScreeningProperties;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds what has the shape of a telephone number, by libphonenumber's metadata and by how North America writes it. */
@Component
class TelephoneNumbers {
    private static final String EXTENSION = "(?:\\s*,?\\s*\\(?(?:x|ext(?:n|ension)?\\.?:?)\\s*\\d{1,6}\\)?)?";
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    /** Also numbers such as 555-123-4567 that no exchange serves: people write them, and mean a number. */
    private static final Probe NORTH_AMERICAN = Probe.atFigures(
            group -> group.digits() >= 10 && group.runs() >= 3,
            4,
            25,
            "(?i)(?:\\+?1[\\s./-]{0,3})?(?:[(\\[]\\s?[2-9]\\d\\d\\s?[)\\]][\\s./-]{0,3}|[2-9]\\d\\d[\\s./*_-]{1,3})"
                    + "\\d{3}[\\s./*_-]{1,3}\\d{4}" + EXTENSION);

    /** ITU-T E.123: a plus and the country code; also where no such line is in service. */
    private static final Probe INTERNATIONAL = Probe.atFigures(
            group -> group.digits() >= 8,
            2,
            20,
            "(?i)(?:\\+|\\b00\\s?)\\d{1,3}(?:[\\s.-]?\\(\\d{1,4}\\))?(?:[\\s./-]{0,3}\\d{1,5}){2,6}" + EXTENSION);
    /** A nought and groups of digits, as most countries write national numbers; a date has fewer digits. */
    private static final Probe WITH_TRUNK_PREFIX = Probe.atFigures(
            group -> group.digits() >= 9, 2, 20, "(?i)\\(?0\\d{1,4}\\)?(?:[\\s/-]{1,3}\\d{2,8}){1,4}" + EXTENSION);
    /** Least and most digits of a number; with the country code at most 15 (ITU-T E.164, section 6). */
    private static final int FEWEST_DIGITS = 9;

    private static final int MOST_DIGITS = 15;
    private static final int EXTENSION_DIGITS = 6;
    private static final int LONGEST_SLICE = 200;
    private static final int LONGEST_EXTENSION = 40;
    /** How many candidates the library looks at in one slice. */
    private static final long TRIES = 100;

    private static final Pattern OTHER_NUMBER_BEFORE =
            Pattern.compile("(?i)(?:[$€£]|\\b(?:isbn|issn|doi|pmid|pmcid|nct|npi|grant|cas)(?:[-:#.\\s]|1[03]|no)*"
                    + "|(?:https?://|www\\.|\\.(?:com|org|gov|edu|net)/)\\S*?)[\\d-]*$");
    private static final int LOOK_BACK = 80;
    /** Nobody's own line. */
    private static final Set<PhoneNumberType> PUBLIC = Set.of(
            PhoneNumberType.TOLL_FREE, PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST, PhoneNumberType.UAN);

    private final String region;

    TelephoneNumbers(ScreeningProperties properties) {
        this.region = properties.defaultRegion();
    }

    /**
     * @param sure whether it is written as a telephone number, with a country code or parts set off
     * @param harmless whether it is a line of no one person
     */
    record Number(int start, int end, boolean sure, boolean harmless) {}

    List<Number> in(NormalText normal) {
        var found = new ArrayList<Number>();
        var taken = new BitSet();
        written(normal, INTERNATIONAL, true, found, taken);
        written(normal, NORTH_AMERICAN, true, found, taken);
        for (var slice : slices(normal)) {
            known(normal.text(), slice, found, taken);
        }
        written(normal, WITH_TRUNK_PREFIX, false, found, taken);
        return found;
    }

    /** By the metadata; the library uses expressions that backtrack, so it reads short pieces with enough digits only. */
    private void known(String text, Span slice, List<Number> found, BitSet taken) {
        var piece = text.substring(slice.start(), slice.end());
        for (var match : UTIL.findNumbers(piece, region, Leniency.VALID, TRIES)) {
            int start = slice.start() + match.start();
            int end = slice.start() + match.end();
            if (taken.get(start, end).isEmpty() && !isOtherNumber(text, start)) {
                var sure = Edges.digits(match.rawString()) < match.rawString().length();
                found.add(new Number(start, end, sure, isHarmless(match.number())));
                taken.set(start, end);
            }
        }
    }

    /** Groups with as many digits as a number has, cut where they are too long for one. */
    private static List<Span> slices(NormalText normal) {
        var length = normal.text().length();
        var slices = new ArrayList<Span>();
        for (var group : normal.figures().groups()) {
            if (group.digits() < FEWEST_DIGITS - 2) {
                continue;
            }
            for (int from = Math.max(0, group.start() - 3); from < group.end(); from += LONGEST_SLICE) {
                int to = Math.min(group.end() + LONGEST_EXTENSION, from + LONGEST_SLICE + LONGEST_EXTENSION);
                slices.add(new Span(from, Math.min(length, to)));
            }
        }
        return slices;
    }

    private void written(NormalText normal, Probe probe, boolean sure, List<Number> found, BitSet taken) {
        var text = normal.text();
        for (var hit : probe.in(normal)) {
            var digits = Edges.digits(hit.group());
            if (digits >= FEWEST_DIGITS
                    && digits <= MOST_DIGITS + EXTENSION_DIGITS
                    && Edges.isApart(text, hit.start(), hit.end(), "-.", "-")
                    && taken.get(hit.start(), hit.end()).isEmpty()
                    && !isOtherNumber(text, hit.start())) {
                found.add(new Number(hit.start(), hit.end(), sure, isHarmless(hit.group())));
                taken.set(hit.start(), hit.end());
            }
        }
    }

    /** Whether this is a number of no one person; false for what cannot be read. */
    boolean isHarmless(String number) {
        try {
            return isHarmless(UTIL.parse(number, region));
        } catch (NumberParseException unreadable) {
            return false;
        }
    }

    private boolean isHarmless(PhoneNumber number) {
        return PUBLIC.contains(UTIL.getNumberType(number));
    }

    private static boolean isOtherNumber(String text, int start) {
        return OTHER_NUMBER_BEFORE
                .matcher(Surroundings.before(text, start, LOOK_BACK))
                .find();
    }
}
