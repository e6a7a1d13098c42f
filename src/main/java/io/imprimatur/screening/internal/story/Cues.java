package io.imprimatur.screening.internal.story;

/** How often each cue stands in a stretch of text. */
final class Cues {
    /** How many words before a person its article may stand: "a very sick young man". */
    private static final int REACH = 4;

    private static final int FEWEST_LETTERS_OF_A_PAST = 5;
    private static final int FEWEST_LETTERS_OF_A_NOUN = 3;
    private static final int LETTERS_OF_A_YEAR = 4;

    private final int[] counts = new int[Cue.values().length];

    static Cues of(Words words, Lexicon lexicon) {
        var cues = new Cues();
        int[] bits = new int[words.count()];
        for (int at = 0; at < bits.length; at++) {
            bits[at] = lexicon.cues(words, at) | shape(words.word(at));
            cues.countAll(bits[at]);
        }
        for (int at = 0; at < bits.length; at++) {
            cues.countAll(reference(bits, at, words));
        }
        return cues;
    }

    void add(Cues other) {
        for (int at = 0; at < counts.length; at++) {
            counts[at] += other.counts[at];
        }
    }

    void add(Cue cue) {
        counts[cue.ordinal()]++;
    }

    int count(Cue cue) {
        return counts[cue.ordinal()];
    }

    boolean has(Cue cue) {
        return count(cue) > 0;
    }

    private void countAll(int bits) {
        for (int rest = bits; rest != 0; rest &= rest - 1) {
            counts[Integer.numberOfTrailingZeros(rest)]++;
        }
    }

    /** Regular verbs in the past, and years before 2000: history is nobody's story. */
    private static int shape(String word) {
        if (word.length() == LETTERS_OF_A_YEAR && word.charAt(0) == '1' && Character.isDigit(word.charAt(3))) {
            return Lexicon.bit(Cue.GENERIC);
        }
        return word.length() >= FEWEST_LETTERS_OF_A_PAST && word.endsWith("ed") ? Lexicon.bit(Cue.PAST) : 0;
    }

    private static int reference(int[] bits, int at, Words words) {
        boolean last = at + 1 == bits.length;
        boolean compound = !last && is(bits[at + 1], Cue.COMPOUND);
        int found = 0;
        if (is(bits[at], Cue.PERSON) && !compound && (at <= 1 || anyBefore(bits, at, Cue.DETERMINER))) {
            found |= Lexicon.bit(Cue.ONE_PERSON);
            found |= !last && saysWhich(words.word(at + 1)) ? Lexicon.bit(Cue.WHICH) : 0;
        }
        if (isSomebodyWho(bits, at, words)) {
            found |= Lexicon.bit(Cue.ONE_PERSON) | Lexicon.bit(Cue.WHICH);
        }
        if (isOwnPatient(bits, at, words) && !compound) {
            found |= Lexicon.bit(Cue.OWN_PATIENT);
        }
        if (is(bits[at], Cue.STAFF) && anyBefore(bits, at, Cue.OWN)) {
            found |= Lexicon.bit(Cue.OWN_STAFF);
        }
        if (tellsAge(bits, at, words)) {
            found |= Lexicon.bit(Cue.AGED);
        }
        if (!last && isPlace(words.word(at)) && words.isNumber(at + 1)) {
            found |= Lexicon.bit(Cue.BED);
        }
        return found;
    }

    /** "The bell ringer who …": whatever the word before means, it is a person. */
    private static boolean isSomebodyWho(int[] bits, int at, Words words) {
        var word = words.word(at);
        return at >= 2
                && (word.equals("who") || word.equals("whose"))
                && !is(bits[at - 1], Cue.PERSON)
                && !is(bits[at - 1], Cue.STAFF)
                && !is(bits[at - 1], Cue.GENERIC)
                && isSingular(words.word(at - 1))
                && anyBefore(bits, at - 1, Cue.DETERMINER);
    }

    private static boolean isSingular(String noun) {
        return noun.length() >= FEWEST_LETTERS_OF_A_NOUN && !noun.endsWith("s") && !noun.equals("those");
    }

    /** "My little patient", "one of our kids", "one of mine". */
    private static boolean isOwnPatient(int[] bits, int at, Words words) {
        if (is(bits[at], Cue.ROLE)) {
            return anyBefore(bits, at, Cue.OWN);
        }
        return words.word(at).equals("one")
                && at + 2 < bits.length
                && words.word(at + 1).equals("of")
                && (is(bits[at + 2], Cue.OWN) || words.word(at + 2).equals("mine"));
    }

    private static boolean tellsAge(int[] bits, int at, Words words) {
        if (!is(bits[at], Cue.PRONOUN) || at + 2 >= bits.length) {
            return false;
        }
        var verb = words.word(at + 1);
        return (verb.equals("was") || verb.equals("is")) && (words.isNumber(at + 2) || is(bits[at + 2], Cue.NUMBER));
    }

    private static boolean saysWhich(String word) {
        return switch (word) {
            case "who", "whose", "from", "that", "in", "with" -> true;
            default -> false;
        };
    }

    private static boolean isPlace(String word) {
        return switch (word) {
            case "room", "rm", "bed", "bay", "icu", "or", "trauma" -> true;
            default -> false;
        };
    }

    private static boolean anyBefore(int[] bits, int at, Cue cue) {
        for (int before = Math.max(0, at - REACH); before < at; before++) {
            if (is(bits[before], cue)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(int bits, Cue cue) {
        return (bits & Lexicon.bit(cue)) != 0;
    }
}
