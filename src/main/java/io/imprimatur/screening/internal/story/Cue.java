package io.imprimatur.screening.internal.story;

/** What a word or phrase does for or against a text being the story of one patient. */
enum Cue {
    /** Stands before a noun that means one of a kind: "a", "this", "our". */
    DETERMINER,
    OWN,
    /** Somebody seen from the bedside: with "my" or "our" before it, a patient. */
    ROLE,
    PERSON,
    /** Makes something else of the noun before it: "patient safety", "child seat". */
    COMPOUND,
    PRONOUN,
    /** Who works here: with "our" before it, no patient. */
    STAFF,
    NUMBER,
    /** What happens to one patient, told: "came in", "coded", "asked me". */
    EVENT,
    PAST,
    CARE,
    /** "Our ER", "on my floor", "on Route 9". */
    PLACE,
    TIME,
    UNIQUE,
    TELLER,
    /** Speaks to readers, or of people in general. */
    GENERIC,
    /** Asks a colleague or a tool what to do. */
    ASKING,
    /** A bed, room or bay with its number. */
    BED,
    /** A determiner with a person behind it: "a young man". */
    ONE_PERSON,
    /** Says which one: "the boy from …", "a woman whose …". */
    WHICH,
    /** "He was 23", "she is eight". */
    AGED,
    /** "Our new nurse". */
    OWN_STAFF,
    /** "My patient", "one of our kids". */
    OWN_PATIENT
}
