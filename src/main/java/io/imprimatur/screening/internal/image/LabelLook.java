package io.imprimatur.screening.internal.image;

import com.google.re2j.Pattern;

/** Whether text looks like that of a patient's wristband, a medicine's label or a form's header. */
final class LabelLook {
    private static final Pattern TELLING = Pattern.compile(
            "(?i)\\b(?:MRN|DOB|D\\.O\\.B|date of birth|patient\\s*(?:name|id|no|#)|pt\\.?\\s*(?:name|id)|medical record|acct|acc(?:ession)? ?(?:no|#)"
                    + "|specimen|collected|encounter|FIN|ADM(?:IT)?|attending|allerg(?:y|ies)|blood type|Rx|refills?|qty|take \\d|\\d+ ?mg\\b|dose|sig)\\b");

    /** "DOE, JANE" on a line of its own or before a sex, age or number. */
    private static final Pattern SURNAME_FIRST =
            Pattern.compile("(?m)^\\W{0,3}[A-Z][A-Z'\\-]{1,24},\\s?[A-Z][A-Za-z'\\-]{1,24}\\b");

    private static final Pattern DATE = Pattern.compile("\\b\\d{1,2}[/.\\-]\\d{1,2}[/.\\-](?:19|20)?\\d\\d\\b");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\b[A-Z]{0,3}\\d(?: ?\\d){5,13}\\b");
    private static final Pattern CAPITALS_AND_NUMBER = Pattern.compile("(?m)^[A-Z0-9 .,:#/&()'\\-]{4,40}$");
    private static final int MANY = 3;

    private LabelLook() {}

    static boolean matches(String text) {
        int telling = count(TELLING, text, 2);
        int numbers = count(DATE, text, 2) + count(LONG_NUMBER, text, 2);
        boolean name = SURNAME_FIRST.matcher(text).find();
        return telling >= 2
                || (name && (numbers > 0 || telling > 0))
                || (telling > 0 && numbers > 0)
                || (numbers > 1 && count(CAPITALS_AND_NUMBER, text, MANY) >= MANY);
    }

    private static int count(Pattern pattern, String text, int atMost) {
        var matcher = pattern.matcher(text);
        int count = 0;
        while (count < atMost && matcher.find()) {
            count++;
        }
        return count;
    }
}
