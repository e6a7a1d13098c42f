package io.imprimatur.screening.internal.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The words and phrases of {@code screening/story-cues.txt}, each with its cues as a set of bits. */
final class Lexicon {
    private static final String FILE = "/screening/story-cues.txt";

    private final Map<String, Entry> entries = new HashMap<>();

    /**
     * @param cues of the words up to here
     * @param phrases that go on behind them, by the next word
     */
    private record Entry(int[] cues, Map<String, Entry> phrases) {}

    Lexicon() {
        try (var stream = Objects.requireNonNull(Lexicon.class.getResourceAsStream(FILE))) {
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::read);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static int bit(Cue cue) {
        return 1 << cue.ordinal();
    }

    /** The cues of this word and of every phrase that begins with it. */
    int cues(Words words, int index) {
        int found = 0;
        var level = entries;
        for (int at = index; at < words.count(); at++) {
            var entry = level.get(words.word(at));
            if (entry == null) {
                break;
            }
            found |= entry.cues()[0];
            level = entry.phrases();
        }
        return found;
    }

    private void read(String line) {
        int colon = line.indexOf(':');
        var cue = Cue.valueOf(line.substring(0, colon));
        for (var phrase : line.substring(colon + 1).split(",")) {
            var level = entries;
            var last = new Entry(new int[1], new HashMap<>());
            for (var word : phrase.strip().split(" ")) {
                last = level.computeIfAbsent(word, absent -> new Entry(new int[1], new HashMap<>()));
                level = last.phrases();
            }
            last.cues()[0] |= bit(cue);
        }
    }
}
