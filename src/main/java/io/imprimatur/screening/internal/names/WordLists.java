package io.imprimatur.screening.internal.names;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Lists of first names, surnames, towns, counties and hospitals of the United States, each entry kept as 32 bits of its
 * hash: one word in some 20,000 that is in no list seems to be in one, which a tagger that also looks at context bears.
 */
final class WordLists {
    static final int FIRST_NAME = 1;
    static final int SURNAME = 1 << 1;
    static final int TOWN = 1 << 2;
    static final int COUNTY = 1 << 3;
    static final int FACILITY = 1 << 4;
    static final int REGION = 1 << 5;
    /** In the order of the file. */
    static final int LISTS = 6;
    /** Words of the longest entry. */
    static final int LONGEST_ENTRY = 7;

    private static final int FNV_BASIS = 0x811C9DC5;
    private static final int FNV_PRIME = 0x01000193;

    private final int[] keys;
    private final byte[] lists;
    private final int mask;

    private WordLists(int capacity) {
        keys = new int[capacity];
        lists = new byte[capacity];
        mask = capacity - 1;
    }

    /** @param file gzipped; for each list the number of its entries and their hashes in rising order, as 32-bit integers */
    static WordLists read(InputStream file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(file)))) {
            var words = new WordLists(1 << 19);
            for (int list = 0; list < LISTS; list++) {
                var count = in.readInt();
                for (int i = 0; i < count; i++) {
                    words.add(in.readInt(), 1 << list);
                }
            }
            return words;
        }
    }

    /** Which lists hold this entry, one bit for each. */
    int of(int hash) {
        for (int slot = hash & mask; lists[slot] != 0; slot = slot + 1 & mask) {
            if (keys[slot] == hash) {
                return lists[slot];
            }
        }
        return 0;
    }

    private void add(int hash, int list) {
        int slot = hash & mask;
        while (lists[slot] != 0 && keys[slot] != hash) {
            slot = slot + 1 & mask;
        }
        keys[slot] = hash;
        lists[slot] |= (byte) list;
    }

    /** Hash of an entry of one word; FNV-1a over its UTF-16 units in lower case, spread. */
    static int hash(String word) {
        return spread(append(FNV_BASIS, word));
    }

    /** Hashes of the entries that the first one, two … of these words make. */
    static int[] hashes(String[] words, int from) {
        var length = Math.min(LONGEST_ENTRY, words.length - from);
        var hashes = new int[length];
        int state = FNV_BASIS;
        for (int i = 0; i < length; i++) {
            state = append(i == 0 ? state : append(state, " "), words[from + i]);
            hashes[i] = spread(state);
        }
        return hashes;
    }

    /** An entry as its words; what joins them does not matter. */
    static String[] words(String entry) {
        return Token.of(entry, 0, entry.length()).stream()
                .map(token -> token.in(entry).toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    static int hashOfEntry(String entry) {
        var words = words(entry);
        var hashes = hashes(words, 0);
        return words.length > LONGEST_ENTRY || words.length == 0 ? 0 : hashes[hashes.length - 1];
    }

    static int[] sortedHashes(Iterable<String> entries) {
        var hashes = new java.util.TreeSet<Integer>();
        entries.forEach(entry -> hashes.add(hashOfEntry(entry)));
        hashes.remove(0);
        return hashes.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int append(int state, String word) {
        int hash = state;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    private static int spread(int hash) {
        int h = hash ^ hash >>> 16;
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        return h;
    }
}
