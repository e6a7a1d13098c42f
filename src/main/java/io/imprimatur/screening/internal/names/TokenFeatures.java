package io.imprimatur.screening.internal.names;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the encoder, which knows no capitals and no lists, does not see of a word: a few yes-or-no features. */
final class TokenFeatures {
    /** How many features there are. */
    static final int COUNT = 48;

    private static final int SHAPE = 0;
    private static final int LENGTH = 8;
    private static final int SENTENCE_START = 13;
    private static final int NO_CAPITALS = 14;
    private static final int MOSTLY_CAPITALS = 15;
    private static final int BEHIND_AT = 16;
    private static final int BEHIND_HASH = 17;
    private static final int POSSESSIVE = 18;
    private static final int JOINED_BEFORE = 19;
    private static final int JOINED_BEHIND = 20;
    private static final int FIRST_NAME = 21;
    private static final int SURNAME = 22;
    private static final int LIST_PHRASES = 23;
    private static final int PIECES = 31;
    private static final int RANK = 34;
    private static final int TITLE = 39;
    private static final int FACILITY_WORD = 40;
    private static final int MEDICAL_WORD = 41;
    private static final int BEFORE_MEDICAL_WORD = 42;
    private static final int BEHIND_TITLE = 43;
    private static final int NEW_LINE = 44;
    private static final int ONLY_SURNAME = 45;
    private static final int BOTH_NAMES = 46;
    private static final int NO_LIST = 47;

    private static final int[] RANKS = {2500, 4000, 8000, 16000};
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "professor",
            "doctor",
            "nurse",
            "sister",
            "father",
            "rev",
            "reverend",
            "rabbi",
            "imam",
            "sir",
            "madam",
            "señor",
            "señora",
            "sra",
            "sr",
            "patient",
            "pt",
            "named",
            "name",
            "uncle",
            "aunt",
            "auntie",
            "grandma",
            "grandpa",
            "baby",
            "officer",
            "judge",
            "coach",
            "captain",
            "sgt",
            "senator",
            "mayor",
            "governor",
            "president",
            "attending",
            "resident",
            "dear",
            "hi",
            "hello",
            "hey");
    private static final Set<String> FACILITY_WORDS = Set.of(
            "hospital",
            "hospitals",
            "clinic",
            "clinics",
            "medical",
            "health",
            "healthcare",
            "center",
            "centre",
            "hospice",
            "infirmary",
            "memorial",
            "regional",
            "general",
            "community",
            "saint",
            "st",
            "mercy",
            "university",
            "children",
            "rehabilitation",
            "rehab",
            "nursing",
            "home",
            "surgery",
            "pavilion",
            "institute",
            "er",
            "ed",
            "icu");
    private static final Set<String> MEDICAL_WORDS = Set.of(
            "disease",
            "syndrome",
            "sign",
            "test",
            "score",
            "scale",
            "criteria",
            "classification",
            "procedure",
            "operation",
            "maneuver",
            "manoeuvre",
            "phenomenon",
            "palsy",
            "lymphoma",
            "sarcoma",
            "tumor",
            "tumour",
            "carcinoma",
            "fracture",
            "dystrophy",
            "dementia",
            "ataxia",
            "contracture",
            "catheter",
            "line",
            "drain",
            "tube",
            "clamp",
            "splint",
            "valve",
            "stain",
            "body",
            "bodies",
            "cyst",
            "hernia",
            "reflex",
            "triad",
            "law",
            "grade",
            "class",
            "stage",
            "index",
            "type",
            "coma",
            "esophagus",
            "malformation",
            "anomaly",
            "anemia",
            "purpura",
            "thyroiditis",
            "arteritis",
            "encephalopathy",
            "neuroma",
            "node",
            "nodes",
            "spots",
            "gangrene",
            "angina",
            "method",
            "diet",
            "monitor",
            "virus",
            "bacillus",
            "bug");

    private final WordLists lists;

    TokenFeatures(WordLists lists) {
        this.lists = lists;
    }

    /**
     * @param pieces identifiers of the pieces of each token
     * @return for each token the numbers of the features that it has, below {@link #COUNT}
     */
    int[][] of(String text, List<Token> tokens, List<int[]> pieces) {
        var words = tokens.stream()
                .map(token -> token.in(text).toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        var phrases = phrases(words);
        var capitals = capitals(text, tokens);
        var features = new int[words.length][];
        for (int i = 0; i < words.length; i++) {
            var set = new Bits();
            shape(set, tokens.get(i).in(text));
            set.add(capitals);
            place(set, text, tokens, i);
            listed(set, lists.of(WordLists.hash(words[i])), phrases[i]);
            vocabulary(set, pieces.get(i));
            meaning(set, words, i);
            features[i] = set.numbers();
        }
        return features;
    }

    private static void shape(Bits set, String word) {
        set.add(SHAPE + kind(word));
        int length = word.length();
        set.add(LENGTH + (length <= 3 ? length - 1 : length <= 6 ? 3 : 4));
    }

    private static int kind(String word) {
        int upper = 0;
        int lower = 0;
        int digits = 0;
        for (int i = 0; i < word.length(); i++) {
            var unit = word.charAt(i);
            if (Character.isUpperCase(unit)) {
                upper++;
            } else if (Character.isLetter(unit)) {
                lower++;
            } else if (Character.isDigit(unit)) {
                digits++;
            }
        }
        if (upper + lower == 0) {
            return digits > 0 ? 4 : 6;
        }
        if (digits > 0) {
            return 5;
        }
        if (upper == 0) {
            return 2;
        }
        if (lower == 0) {
            return upper == 1 ? 7 : 1;
        }
        return upper == 1 && Character.isUpperCase(word.charAt(0)) ? 0 : 3;
    }

    /** Whether capitals tell anything here; -1 when they do. */
    private static int capitals(String text, List<Token> tokens) {
        int upper = 0;
        int lower = 0;
        for (var token : tokens) {
            for (int at = token.start(); at < token.end(); at++) {
                if (Character.isUpperCase(text.charAt(at))) {
                    upper++;
                } else if (Character.isLowerCase(text.charAt(at))) {
                    lower++;
                }
            }
        }
        if (upper == 0) {
            return NO_CAPITALS;
        }
        return upper > lower ? MOSTLY_CAPITALS : -1;
    }

    private static void place(Bits set, String text, List<Token> tokens, int i) {
        var token = tokens.get(i);
        var before = i == 0 ? "" : tokens.get(i - 1).in(text);
        set.addIf(i == 0 || ".!?:;".contains(before), SENTENCE_START);
        set.addIf(before.equals("@"), BEHIND_AT);
        set.addIf(before.equals("#"), BEHIND_HASH);
        set.addIf(i > 0 && tokens.get(i - 1).end() == token.start(), JOINED_BEFORE);
        set.addIf(i + 1 < tokens.size() && tokens.get(i + 1).start() == token.end(), JOINED_BEHIND);
        set.addIf(
                i > 0 && text.substring(tokens.get(i - 1).end(), token.start()).indexOf('\n') >= 0, NEW_LINE);
        set.addIf(
                i + 2 < tokens.size()
                        && "'’".contains(tokens.get(i + 1).in(text))
                        && tokens.get(i + 2).in(text).equalsIgnoreCase("s"),
                POSSESSIVE);
    }

    private static void listed(Bits set, int lists, int phrases) {
        boolean first = (lists & WordLists.FIRST_NAME) != 0;
        boolean surname = (lists & WordLists.SURNAME) != 0;
        set.addIf(first, FIRST_NAME);
        set.addIf(surname, SURNAME);
        set.addIf(surname && !first, ONLY_SURNAME);
        set.addIf(surname && first, BOTH_NAMES);
        set.addIf(lists == 0 && phrases == 0, NO_LIST);
        for (int bit = 0; bit < PIECES - LIST_PHRASES; bit++) {
            set.addIf((phrases >>> bit & 1) != 0, LIST_PHRASES + bit);
        }
    }

    /** For each word, whether it begins (even bit) or goes on (odd bit) an entry of the lists of places, the longest there. */
    private int[] phrases(String[] words) {
        var phrases = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            var hashes = WordLists.hashes(words, i);
            for (int list = 0; list < 4; list++) {
                for (int length = hashes.length; length > 0; length--) {
                    if ((lists.of(hashes[length - 1]) & WordLists.TOWN << list) != 0) {
                        mark(phrases, i, length, list);
                        break;
                    }
                }
            }
        }
        return phrases;
    }

    private static void mark(int[] phrases, int from, int length, int list) {
        phrases[from] |= 1 << 2 * list;
        for (int i = from + 1; i < from + length; i++) {
            phrases[i] |= 2 << 2 * list;
        }
    }

    private static void vocabulary(Bits set, int[] pieces) {
        set.add(PIECES + Math.min(pieces.length, 3) - 1);
        if (pieces.length == 1) {
            int rank = 0;
            while (rank < RANKS.length && pieces[0] >= RANKS[rank]) {
                rank++;
            }
            set.add(RANK + rank);
        }
    }

    private static void meaning(Bits set, String[] words, int i) {
        set.addIf(TITLES.contains(words[i]), TITLE);
        set.addIf(FACILITY_WORDS.contains(words[i]), FACILITY_WORD);
        set.addIf(MEDICAL_WORDS.contains(words[i]), MEDICAL_WORD);
        set.addIf(beforeMedicalWord(words, i), BEFORE_MEDICAL_WORD);
        set.addIf(
                i > 0 && TITLES.contains(words[i - 1])
                        || i > 1 && words[i - 1].equals(".") && TITLES.contains(words[i - 2]),
                BEHIND_TITLE);
    }

    private static boolean beforeMedicalWord(String[] words, int i) {
        for (int next = i + 1; next < Math.min(words.length, i + 4); next++) {
            if (MEDICAL_WORDS.contains(words[next])) {
                return true;
            }
            if (!words[next].equals("'") && !words[next].equals("s") && !words[next].equals("-")) {
                return false;
            }
        }
        return false;
    }

    /** A set of feature numbers. */
    private static final class Bits {
        private long bits;

        void add(int number) {
            if (number >= 0) {
                bits |= 1L << number;
            }
        }

        void addIf(boolean condition, int number) {
            if (condition) {
                add(number);
            }
        }

        int[] numbers() {
            var numbers = new int[Long.bitCount(bits)];
            long rest = bits;
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Long.numberOfTrailingZeros(rest);
                rest &= rest - 1;
            }
            return numbers;
        }
    }
}
