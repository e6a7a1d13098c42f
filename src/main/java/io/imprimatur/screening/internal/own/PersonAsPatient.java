package io.imprimatur.screening.internal.own;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells whether the words around a name speak of that person as a patient: a nurse can fall ill too. */
final class PersonAsPatient {
    private static final String TREATMENT =
            "(?:surgery|operation|stroke|heart\\s+attack|seizure|biopsy|chemo(?:therapy)?|radiation|radiotherapy|dialysis"
                    + "|transplant|transfusion|bypass|caesarean|c-section|hip\\s+replacement|knee\\s+replacement|mri|ct\\s+scan"
                    + "|cancer|tumou?r|leuk[a-z]+|lymphoma|diabetes|asthma|epilepsy|depression|dementia|hiv|aids|covid(?:-19)?"
                    + "|pneumonia|sepsis|infection|concussion|fracture|aneurysm|miscarriage|overdose|breakdown|disease"
                    + "|illness|accident|injur[a-z]+)";
    private static final String QUALITY =
            "(?:(?:an?|her|his|their|the|first|second|own|serious|severe|mild|major|minor|emergency|open|heart|brain|back"
                    + "|hip|knee|kidney|liver|lung|bone|marrow|breast|bad|terminal|chronic|acute|type|stage|\\d)\\s+){0,4}";

    /** What is said of somebody behind the name, or behind the pronoun that begins the next sentence. */
    private static final List<Pattern> BEHIND = List.of(
            pattern(
                    "\\b(?:was|is|has\\s+been|had\\s+been|got|being|be)\\s+(?:\\w+\\s+){0,2}?(?:re-?)?(?:admitted|hospitali[sz]ed"
                            + "|discharged|diagnosed|treated|intubated|transferred|rushed|airlifted|operated|taken\\s+(?:to|ill)"
                            + "|brought\\s+in|seen\\s+(?:in|at|for|by)|cared\\s+for|born|recovering|recuperating|resting|suffering"
                            + "|sick|ill|unwell|dying|pregnant|infected|injured|undergoing|receiving)\\b"),
            pattern(
                    "\\b(?:was|is|has\\s+been|had\\s+been|lay|remains?)\\s+(?:\\w+\\s+){0,2}?(?:in|on|at|under|out\\s+of)\\s+(?:an?\\s+|the\\s+|our\\s+)?"
                            + "(?:coma|icu|intensive\\s+care|hospital|hospice|emergency\\s+(?:room|department)|er|labou?r|remission|surgery|ventilator"
                            + "|life\\s+support|(?:sick|medical|maternity)\\s+leave)\\b"),
            pattern(
                    "\\b(?:underwent|passed\\s+away|died|presented\\s+(?:with|to)|came\\s+in\\s+with|suffer(?:s|ed)|survived"
                            + "|tested\\s+positive|collapsed|succumbed|gave\\s+birth|miscarried|overdosed|recuperated|complain(?:s|ed)\\s+of"
                            + "|lost\\s+(?:her|his|their)\\s+(?:life|battle|fight))\\b"),
            pattern(
                    "\\b(?:has|had|needs?|needed|received|gets|got|beat|battl(?:es|ed|ing)|fights|fought|fighting|awaits|awaiting)\\s+"
                            + QUALITY + TREATMENT + "\\b"),
            pattern(
                    "^[^.]{0,40},\\s*(?:now\\s+|still\\s+|who\\s+is\\s+)?(?:recovering|recuperating|diagnosed|admitted|hospitali[sz]ed)\\b"),
            pattern(
                    "^'s?\\s+(?:\\w+\\s+)?(?:recovery|diagnosis|illness|admission|discharge|hospital\\s+stay|operation|medical\\s+records?"
                            + "|records|chart|condition|prognosis|symptoms|biopsy|death|passing|funeral|pregnancy|test\\s+results?|cancer|tumou?r|stroke)\\b"),
            pattern(
                    "^\\s*(?:,\\s*(?:aged?\\s+)?(?:1[01]\\d|\\d{1,2})(?:[\\s,;.)]|$)|\\(\\d{1,3}\\)|,?\\s*(?:an?\\s+)?\\d{1,3}-year)"));

    /** What stands directly before the name. */
    private static final Pattern BEFORE = pattern(
            "(?:\\bpatient(?:'s)?(?:\\s+(?:name|named|called|is|was))*\\s*[:,-]?|\\bpatients\\s+(?:like|such\\s+as|including)|\\bpt\\.?\\s*:?"
                    + "|\\b(?:admitted|discharged|diagnosed|hospitali[sz]ed|treat(?:ed|ing|s)|operated\\s+on|operating\\s+on|cared\\s+for"
                    + "|caring\\s+for|tak(?:e|es|ing)\\s+care\\s+of|took\\s+care\\s+of|intubated|resuscitated|lost)"
                    + "(?:\\s+(?:our|my|the|own|dear|former|colleague|co-?worker|friend|nurse|doctor|physician|surgeon)){0,4})"
                    + "\\s*(?:(?:dr|mr|mrs|ms|miss|prof|nurse)\\b\\.?\\s*)?$");

    private static final Pattern ANYWHERE = pattern(
            "\\b(?:get\\s+well|speedy\\s+recovery|full\\s+recovery|condolences|obituary|in\\s+(?:loving\\s+)?memory|rest\\s+in\\s+peace"
                    + "|d\\.?o\\.?b|date\\s+of\\s+birth|mrn|medical\\s+record)\\b");
    private static final Pattern IS_A_PATIENT =
            pattern("(?:,|\\b(?:is|was|as|became|remains|been))\\s+(?:also\\s+|now\\s+|once\\s+"
                    + "|herself\\s+|himself\\s+)?(?:an?|our|my|the|one\\s+of\\s+(?:our|my|the|his|her))\\s+(?:[\\w-]+\\s+){0,2}?patients?\\b"
                    + "(?:[\\s]+([a-z]+))?");
    /** Other words make something else of it, such as a patient advocate. */
    private static final Set<String> BEHIND_A_PATIENT = Set.of(
            "after",
            "and",
            "at",
            "because",
            "before",
            "by",
            "during",
            "for",
            "from",
            "here",
            "herself",
            "himself",
            "in",
            "last",
            "of",
            "on",
            "once",
            "recently",
            "since",
            "there",
            "this",
            "today",
            "twice",
            "under",
            "until",
            "when",
            "where",
            "while",
            "who",
            "whom",
            "whose",
            "with",
            "yesterday",
            "too",
            "named");

    private static final Pattern PRONOUN = pattern("^\\s*(?:she|he|they)\\b");

    private PersonAsPatient() {}

    static boolean in(Around around) {
        return BEFORE.matcher(around.before()).find()
                || ANYWHERE.matcher(around.before() + " " + around.behind()).find()
                || isSaidIn(behindThePossessive(around))
                || isSaidOfThePronoun(around.next());
    }

    /** The mark of the possessive may belong to the name, or stand behind it. */
    private static String behindThePossessive(Around around) {
        var marked = around.marked();
        return marked.endsWith("'s") ? "'s" + around.behind() : around.behind();
    }

    private static boolean isSaidOfThePronoun(String next) {
        var pronoun = PRONOUN.matcher(next);
        return pronoun.find() && isSaidIn(firstSentence(next.substring(pronoun.end())));
    }

    private static String firstSentence(String words) {
        var end = words.indexOf(". ");
        return end < 0 ? words : words.substring(0, end);
    }

    private static boolean isSaidIn(String words) {
        return BEHIND.stream().anyMatch(pattern -> pattern.matcher(words).find()) || namesAPatient(words);
    }

    private static boolean namesAPatient(String words) {
        for (var patient = IS_A_PATIENT.matcher(words); patient.find(); ) {
            var next = patient.group(1);
            if (next == null || BEHIND_A_PATIENT.contains(next.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }
}
