package io.imprimatur.screening.internal.own;

import com.google.re2j.Pattern;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Severity;
import io.imprimatur.screening.internal.detect.PatientContext;
import io.imprimatur.screening.internal.directory.DirectoryEntry;
import io.imprimatur.screening.internal.directory.EntryKind;
import io.imprimatur.screening.internal.directory.Folded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The organisation's own addresses, buildings and towns. */
final class OwnPlaces {
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern WHERE_SOMEBODY_LIVES = Pattern.compile(
            "(?i)\\b(?:lives?|lived|living|resid\\w+|home|native|neighbou?rs?|grew\\s+up|born|moved|from)"
                    + "(?:\\s+(?:in|of|at|near|to|from|outside|just|the|around)){0,3}\\s*$");
    /** Words that make no other place of a place. */
    private static final Set<String> OF_A_BUILDING = Set.of(
            "building",
            "campus",
            "center",
            "centre",
            "clinic",
            "clinics",
            "health",
            "hospital",
            "hospitals",
            "location",
            "main",
            "medical",
            "office",
            "pavilion",
            "site",
            "the",
            "our",
            "tower",
            "wing");

    private final List<String> addresses = new ArrayList<>();
    private final Map<String, List<List<String>>> locationsByFirstWord = new HashMap<>();

    OwnPlaces(Collection<DirectoryEntry> entries) {
        for (var entry : entries) {
            places(entry).forEach(place -> {
                if (entry.kind() == EntryKind.ADDRESS || isAddress(place)) {
                    addresses.add(" " + Folded.words(place) + " ");
                } else {
                    addLocation(Folded.wordList(place));
                }
            });
        }
        addresses.removeIf(String::isBlank);
    }

    private static Stream<String> places(DirectoryEntry entry) {
        return switch (entry.kind()) {
            case ADDRESS, LOCATION -> Stream.of(entry.value());
            case EVENT -> Stream.ofNullable(entry.place());
            default -> Stream.empty();
        };
    }

    private static boolean isAddress(String place) {
        return DIGIT.matcher(place).find() && Folded.wordList(place).size() > 1;
    }

    private void addLocation(List<String> words) {
        if (!words.isEmpty()) {
            locationsByFirstWord
                    .computeIfAbsent(words.get(0), first -> new ArrayList<>())
                    .add(words);
        }
    }

    /** Whether that is one of its addresses, or the beginning of one with the number in it. */
    boolean haveAddress(String address) {
        var asked = " " + Folded.words(address) + " ";
        return DIGIT.matcher(asked).find()
                && addresses.stream().anyMatch(each -> asked.contains(each) || each.startsWith(asked));
    }

    /** Whether the words there are one of its locations or its town, and nobody lives or is treated there in this sentence. */
    boolean haveLocation(Finding finding, Around around) {
        return finding.severity() != Severity.BLOCK
                && (isPartOfAddress(around.marked()) || isLocation(around))
                && !WHERE_SOMEBODY_LIVES.matcher(around.before()).find()
                && !PatientContext.in(around.before() + " " + around.behind());
    }

    private boolean isPartOfAddress(String marked) {
        var asked = " " + Folded.words(marked) + " ";
        return !asked.isBlank() && addresses.stream().anyMatch(each -> each.contains(asked));
    }

    private boolean isLocation(Around around) {
        var before = Folded.wordList(around.before());
        var marked = Folded.wordList(around.marked());
        var words = new ArrayList<>(before);
        words.addAll(marked);
        words.addAll(Folded.wordList(around.behind()));
        var first = before.size();
        var end = first + marked.size();
        for (int at = 0; at < end; at++) {
            for (var location : locationsByFirstWord.getOrDefault(words.get(at), List.of())) {
                var endOfLocation = at + location.size();
                if (endOfLocation > first
                        && endOfLocation <= words.size()
                        && words.subList(at, endOfLocation).equals(location)
                        && areOfABuilding(words, first, Math.min(at, end))
                        && areOfABuilding(words, Math.min(endOfLocation, end), end)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the marked words that the location does not cover say nothing more. */
    private static boolean areOfABuilding(List<String> words, int from, int to) {
        return from >= to || words.subList(from, to).stream().allMatch(OF_A_BUILDING::contains);
    }
}
