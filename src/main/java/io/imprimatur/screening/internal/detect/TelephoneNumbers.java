package io.imprimatur.screening.internal.detect;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.re2j.Pattern;
import io.imprimatur.screening.internal.ScreeningProperties;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds what has the shape of a telephone number, by libphonenumber's metadata and by how North America writes it. */
@Component
class TelephoneNumbers {
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    /** Also numbers such as 555-123-4567 that no exchange serves: people write them, and mean a number. */
    private static final Pattern NORTH_AMERICAN =
            Pattern.compile("(?:\\+?1[\\s.-]{0,3})?(?:\\(\\s?[2-9]\\d\\d\\s?\\)[\\s.-]{0,3}|[2-9]\\d\\d[\\s./-]{1,3})"
                    + "\\d{3}[\\s.-]{1,3}\\d{4}(?:\\s*,?\\s*(?:x|ext\\.?|extension)\\s*\\d{1,6})?");

    /** ITU-T E.123: a plus and the country code; also where no such line is in service. */
    private static final Pattern INTERNATIONAL =
            Pattern.compile("\\+\\d{1,3}(?:\\s?\\(0\\))?(?:[\\s./-]?\\d{1,5}){2,6}");
    /** A nought and groups of digits, as most countries write national numbers; a date has fewer digits. */
    private static final Pattern WITH_TRUNK_PREFIX = Pattern.compile("\\(?0\\d{1,4}\\)?(?:[\\s-]\\d{2,8}){1,4}");
    /** Least and most digits of a number; with the country code at most 15 (ITU-T E.164, section 6). */
    private static final int FEWEST_DIGITS = 9;

    private static final int MOST_DIGITS = 15;
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

    List<Number> in(String text) {
        var found = new ArrayList<Number>();
        var taken = new BitSet();
        written(text, NORTH_AMERICAN, true, found, taken);
        for (var match : UTIL.findNumbers(text, region, Leniency.VALID, Long.MAX_VALUE)) {
            if (taken.get(match.start(), match.end()).isEmpty() && !isOtherNumber(text, match.start())) {
                var sure = Edges.digits(match.rawString()) < match.rawString().length();
                found.add(new Number(match.start(), match.end(), sure, isHarmless(match.number())));
                taken.set(match.start(), match.end());
            }
        }
        written(text, INTERNATIONAL, true, found, taken);
        written(text, WITH_TRUNK_PREFIX, false, found, taken);
        return found;
    }

    private void written(String text, Pattern pattern, boolean sure, List<Number> found, BitSet taken) {
        for (var match = pattern.matcher(text); match.find(); ) {
            var digits = Edges.digits(match.group());
            if (digits >= FEWEST_DIGITS
                    && digits <= MOST_DIGITS
                    && Edges.isApart(text, match.start(), match.end(), "-.", "-")
                    && taken.get(match.start(), match.end()).isEmpty()
                    && !isOtherNumber(text, match.start())) {
                found.add(new Number(match.start(), match.end(), sure, isHarmless(match.group())));
                taken.set(match.start(), match.end());
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
