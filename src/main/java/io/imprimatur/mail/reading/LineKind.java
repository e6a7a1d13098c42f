package io.imprimatur.mail.reading;

/** What a line of a mail's text is. */
enum LineKind {
    EMPTY,
    /** Words. */
    TEXT,
    /** Marked as another's words, by {@code >} or {@code |}. */
    QUOTE,
    /** Says who wrote what follows. */
    ATTRIBUTION,
    /** Begins a copy of another mail, or belongs to its header. */
    HEADER,
    /** Divides the text from a signature. */
    DELIMITER,
    /** Put there by a phone or a program. */
    FOOTER
}
