package io.imprimatur.mail.reading;

/** Marks that tell what a line is. */
final class Marks {

    /** Marks that may follow a decision directly. */
    static final String AFTER_A_DECISION =
            ".,!:;-\u2013\u2014\u2026\uFF0C\uFF1A\uFF01\u3002()*_~\u2713\u2714\u2705\u2611\uD83D\uDC4D\uD83D\uDE42\uD83D\uDE0A\uD83D\uDE4F";

    static final String QUESTION = "?\u00BF\uFF1F\u061F";

    /** {@code Approved: news@example.org} is a header of Usenet. */
    static final String ADDRESS = "@";

    private Marks() {}
}
