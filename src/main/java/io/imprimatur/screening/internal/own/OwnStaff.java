package io.imprimatur.screening.internal.own;

import com.google.re2j.Pattern;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.internal.directory.DirectoryEntry;
import io.imprimatur.screening.internal.directory.EntryKind;
import io.imprimatur.screening.internal.directory.Folded;
import io.imprimatur.screening.internal.directory.PersonName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The organisation's own people, by the usual forms of their names. */
final class OwnStaff {
    private static final int LOOK_BACK = 80;
    private static final int LOOK_AHEAD = 40;
    private static final String NAME_WORD = "\\p{Lu}[\\p{L}'.-]*";
    private static final Pattern WORD_BEFORE = Pattern.compile("([\\p{L}.]+)[ \\t]+$");
    /** "Drs. Roe and Smith": the title is that of both. */
    private static final Pattern SHARED_TITLE = Pattern.compile("(?i:\\b(?:drs|doctors|profs|professors))\\.?\\s+(?:"
            + NAME_WORD + "(?:\\s" + NAME_WORD + ")?(?:,\\s+and\\s+|,\\s+|\\s+and\\s+|\\s*&\\s*))*$");

    private static final Pattern NAMES_BEFORE = Pattern.compile("((?:" + NAME_WORD + "[ \\t]+){1,3})$");
    private static final Pattern NAMES_BEHIND = Pattern.compile("^((?:[ \\t]+" + NAME_WORD + "){1,2})");

    private final Map<String, List<PersonName>> bySurname = new HashMap<>();

    OwnStaff(Collection<DirectoryEntry> entries) {
        for (var entry : entries) {
            if (entry.kind() == EntryKind.STAFF) {
                var name = PersonName.of(entry.value());
                bySurname
                        .computeIfAbsent(name.surname(), first -> new ArrayList<>())
                        .add(name);
            }
        }
    }

    /** Whether that is somebody's whole name, or a surname with a title in front. */
    boolean has(Finding finding, String text) {
        if (bySurname.isEmpty()) {
            return false;
        }
        var start = finding.start();
        var end = finding.end();
        return isOne(text, start, end)
                || (isOneWord(text.substring(start, end))
                        && (isPartOfOne(text, start, end) || isNamedInFull(text.substring(start, end), text)));
    }

    /** "Will says so" speaks of the Will Ferris whom the same text names. */
    private boolean isNamedInFull(String first, String text) {
        var given = Folded.letters(first);
        return bySurname.values().stream()
                .flatMap(List::stream)
                .filter(known ->
                        !known.given().isEmpty() && known.given().get(0).equals(given))
                .anyMatch(known -> Folded.letters(text).contains(given + " " + known.surname()));
    }

    private boolean isOne(String text, int start, int end) {
        var name = PersonName.of(text.substring(start, end));
        return named(name.surname())
                        .anyMatch(known -> name.given().isEmpty()
                                ? hasTitle(name, known, text, start)
                                : givenNamesFit(name.given(), known.given()))
                || named(name.withoutGiven()).anyMatch(known -> hasTitle(name, known, text, start));
    }

    private Stream<PersonName> named(String surname) {
        return bySurname.getOrDefault(surname, List.of()).stream();
    }

    /** A patient is a Mrs. Roe too, so only a profession tells, or the courtesy title that the directory gives. */
    private static boolean hasTitle(PersonName name, PersonName known, String text, int start) {
        var before = text.substring(Math.max(0, start - LOOK_BACK), start);
        var word = WORD_BEFORE.matcher(before);
        var title = word.find() ? Folded.letters(word.group(1)).replace(".", "") : "";
        return name.titles().stream().anyMatch(each -> fits(each, known))
                || fits(title, known)
                || SHARED_TITLE.matcher(before).find();
    }

    private static boolean fits(String title, PersonName known) {
        return PersonName.isProfession(title)
                || (PersonName.isTitle(title) && known.titles().contains(title));
    }

    /** First names must agree, initials with what they begin; a middle name may be missing on either side. */
    private static boolean givenNamesFit(List<String> asked, List<String> known) {
        if (known.isEmpty() || !agree(asked.get(0), known.get(0))) {
            return false;
        }
        var middle = known.subList(1, known.size());
        return asked.stream()
                .skip(1)
                .allMatch(each ->
                        middle.isEmpty() ? each.length() == 1 : middle.stream().anyMatch(name -> agree(each, name)));
    }

    private static boolean agree(String one, String other) {
        return one.equals(other) || (Math.min(one.length(), other.length()) == 1 && one.charAt(0) == other.charAt(0));
    }

    private static boolean isOneWord(String marked) {
        return marked.strip().indexOf(' ') < 0;
    }

    /** A detector may have marked the first name alone; then the whole name stands around it. */
    private boolean isPartOfOne(String text, int start, int end) {
        var before = NAMES_BEFORE.matcher(text.substring(Math.max(0, start - LOOK_BACK), start));
        var behind = NAMES_BEHIND.matcher(text.substring(end, Math.min(text.length(), end + LOOK_AHEAD)));
        var from = before.find() ? start - before.group(1).length() : start;
        var to = behind.find() ? end + behind.group(1).length() : end;
        return (from < start || to > end)
                && (isOne(text, from, to) || (beginsSentence(text, from) && isOne(text, afterWord(text, from), to)));
    }

    /** There the first word is a capital one whatever it means. */
    private static boolean beginsSentence(String text, int at) {
        var before = text.substring(Math.max(0, at - LOOK_BACK), at).stripTrailing();
        return before.isEmpty() || ".!?:\n".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    private static int afterWord(String text, int from) {
        var at = from;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
