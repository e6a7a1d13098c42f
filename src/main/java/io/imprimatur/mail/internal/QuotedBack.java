package io.imprimatur.mail.internal;

/** Marks each line of others' text in a message, so that none is taken for a decision when it is quoted back. */
final class QuotedBack {
    /** No line with either decides. */
    private static final String BAR = "\u2502 ";

    private static final String JOINER = "\u2060";

    private QuotedBack() {}

    /** With a bar before each line, for text. */
    static String barred(String text) {
        return BAR + text.replace("\r", "").replace("\n", "\n" + BAR);
    }

    /** With an invisible word joiner before each line, for HTML. */
    static String joined(String text) {
        return JOINER + text.replace("\r", "").replace("\n", "\n" + JOINER);
    }
}
