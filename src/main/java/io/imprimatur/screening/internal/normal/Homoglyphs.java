package io.imprimatur.screening.internal.normal;

import java.lang.Character.UnicodeScript;

/**
 * Cyrillic, Greek and Armenian letters that look Latin become Latin inside words that mix scripts, and in words wholly of
 * such letters when the text around is Latin. A word with letters of its own script only, such as a Russian one, stays.
 */
final class Homoglyphs {
    /** Each letter before the one that it looks like; after the confusables of Unicode Technical Standard 39. */
    private static final String PAIRS = "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwӏlкkтtпnгrвbмmнhАAВBЕEКKМMНHОOРPСCТTХXУYІIЈJЅSԌGԀD"
            + "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνvρpαaιiκkτtυuχxγyηnεe" + "օoոnսuհhցgՕOՏSԼL";

    private static final char[] LATIN = table();

    private Homoglyphs() {}

    static MappedText folded(MappedText typed) {
        var text = typed.text();
        int foreign = (int) text.chars().filter(unit -> isForeign((char) unit)).count();
        if (foreign == 0) {
            return typed;
        }
        var mostlyLatin = text.chars().filter(unit -> isLatin((char) unit)).count() > foreign;
        var plain = new MappedText.Builder(text.length());
        for (int at = 0; at < text.length(); ) {
            int end = wordEnd(text, at);
            var fold = end > at && looksLatin(text, at, end, mostlyLatin);
            int to = Math.max(end, at + 1);
            for (; at < to; at++) {
                var unit = text.charAt(at);
                plain.append(
                        fold && isForeign(unit) ? LATIN[unit] : unit,
                        typed.originalStart(at),
                        typed.originalEnd(at + 1));
            }
        }
        return plain.build();
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean looksLatin(String text, int start, int end, boolean mostlyLatin) {
        int latin = 0;
        int foreign = 0;
        for (int at = start; at < end; at++) {
            var unit = text.charAt(at);
            if (isForeign(unit)) {
                foreign++;
                if (LATIN[unit] == 0) {
                    return false;
                }
            } else {
                latin++;
            }
        }
        return foreign > 0 && (latin > 0 || (mostlyLatin && foreign > 1));
    }

    private static boolean isForeign(char unit) {
        return unit >= 0x370 && unit < LATIN.length && Character.isLetter(unit);
    }

    private static boolean isLatin(char unit) {
        return Character.isLetter(unit) && UnicodeScript.of(unit) == UnicodeScript.LATIN;
    }

    private static char[] table() {
        var table = new char[0x590];
        for (int at = 0; at < PAIRS.length(); at += 2) {
            table[PAIRS.charAt(at)] = PAIRS.charAt(at + 1);
        }
        return table;
    }
}
