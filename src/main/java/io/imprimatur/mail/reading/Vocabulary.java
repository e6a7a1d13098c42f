package io.imprimatur.mail.reading;

/** The words that decide, and the words around them that take a decision back. */
public final class Vocabulary {

    private Vocabulary() {}

    /** The built-in words with those that the configuration adds. */
    public static Vocabulary of(ReadingProperties properties) {
        return new Vocabulary();
    }
}
