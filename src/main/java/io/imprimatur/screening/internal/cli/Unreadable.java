package io.imprimatur.screening.internal.cli;

/** A file that cannot be screened, with the reason as a sentence. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
