package io.imprimatur.screening.internal.story;

/** How much a passage tells of one patient. The weights were set on one half of the sets in the tests. */
final class Telling {
    static final int THRESHOLD = 7;

    private Telling() {}

    /** Whether anybody is pointed at, without whom there is no story. */
    static boolean points(Cues cues) {
        return cues.has(Cue.ONE_PERSON) || cues.has(Cue.OWN_PATIENT) || cues.has(Cue.PRONOUN);
    }

    static int score(Cues cues) {
        if (!points(cues) || !isAboutCare(cues)) {
            return 0;
        }
        return person(cues) + events(cues) + setting(cues) - general(cues) + (cues.has(Cue.GENERIC) ? 0 : 1);
    }

    private static boolean isAboutCare(Cues cues) {
        return cues.has(Cue.CARE)
                || cues.has(Cue.EVENT)
                || cues.has(Cue.OWN_PATIENT)
                || cues.has(Cue.PLACE)
                || (cues.has(Cue.TIME) && cues.has(Cue.PAST));
    }

    private static int person(Cues cues) {
        int person = 0;
        if (cues.has(Cue.OWN_PATIENT)) {
            person = 4;
        } else if (cues.has(Cue.ONE_PERSON)) {
            person = 3;
        }
        return person
                + Math.min(2, cues.count(Cue.PRONOUN))
                + (cues.has(Cue.AGED) ? 3 : 0)
                - (cues.has(Cue.OWN_STAFF) ? 4 : 0);
    }

    private static int events(Cues cues) {
        return 2 * Math.min(2, cues.count(Cue.EVENT))
                + Math.min(3, cues.count(Cue.PAST))
                + Math.min(2, cues.count(Cue.CARE));
    }

    private static int setting(Cues cues) {
        return (cues.has(Cue.TIME) ? 3 : 0)
                + (cues.has(Cue.BED) ? 3 : 0)
                + (cues.has(Cue.UNIQUE) ? 3 : 0)
                + (cues.has(Cue.PLACE) ? 2 : 0)
                + (cues.has(Cue.WHICH) ? 1 : 0)
                + (cues.has(Cue.TELLER) ? 1 : 0);
    }

    private static int general(Cues cues) {
        return 2 * Math.min(6, cues.count(Cue.GENERIC)) + 2 * Math.min(4, cues.count(Cue.ASKING));
    }
}
