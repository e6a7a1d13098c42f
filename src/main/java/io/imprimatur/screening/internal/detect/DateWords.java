package io.imprimatur.screening.internal.detect;

import java.util.Set;

/** How dates and times are written; pieces of regular expressions without groups that capture, matched in any case. */
final class DateWords {
    static final Set<String> MONTHS = Probe.words(
            "january jan february feb march mar april apr may june jun july jul august aug september sept sep "
                    + "october oct november nov december dec");
    static final String MONTH =
            "(?:jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|jun\\.|jul\\."
                    + "|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)";
    private static final String IN_WORDS =
            "(?:(?:twenty|thirty)[\\s-])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth"
                    + "|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth";
    static final Set<String> ORDINALS = Probe.words(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
                    + "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty thirtieth thirty");
    static final String DAY = "(?:3[01]|[12]\\d|0?[1-9])";
    static final String ORDINAL_DAY = "(?:" + DAY + "(?:st|nd|rd|th)|" + IN_WORDS + ")";
    private static final String ANY_DAY = "(?:" + DAY + "(?:st|nd|rd|th)?|" + IN_WORDS + ")";
    static final String DAYS = ANY_DAY + "(?:\\s?(?:-|to|through|and|&)\\s?" + ANY_DAY + ")?";
    private static final String SPELLED_YEAR =
            "(?:(?:eighteen|nineteen)\\s(?:hundred\\s(?:and\\s)?)?(?:oh[\\s-])?[a-z]+(?:[\\s-](?:one|two|three|four|five|six|seven|eight|nine))?"
                    + "|two\\sthousand(?:\\s(?:and\\s)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty(?:[\\s-](?:one|two|three|four|five|six|seven|eight|nine))?))?"
                    + "|twenty\\s(?:ten|eleven|twelve|[a-z]+teen|twenty(?:[\\s-](?:one|two|three|four|five|six|seven|eight|nine))?))";
    static final String YEAR = "(?:(?:1[89]|20)\\d\\d|'\\d\\d|" + SPELLED_YEAR + ")";
    static final Set<String> WEEKDAYS = Probe.words(
            "monday mon tuesday tues tue wednesday wed thursday thurs thur thu friday fri saturday sat sunday "
                    + "sun");
    static final String WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?";
    private static final String CLOCK =
            "(?:\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?(?:\\s?[ap]\\.?m\\b\\.?)?|\\d{1,2}\\s?[ap]\\.?m\\b\\.?|\\d{4}\\s?(?:hrs?|hours|h)\\b|noon\\b|midnight\\b)";
    private static final String ZONE = "(?:\\s?(?:Z|UTC|GMT|[ECMP][SD]?T|[+-]\\d{2}:?\\d{2})\\b)?";
    static final String TIME =
            "(?:(?:T|(?:,|;)?\\s*(?:\\(|at\\s+|@\\s*|around\\s+|about\\s+|by\\s+|-\\s*)?(?:approximately\\s+|around\\s+|about\\s+)?)"
                    + CLOCK + ZONE + ")?";

    private DateWords() {}
}
