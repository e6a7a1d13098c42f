package io.imprimatur.flow.gate.proof;

/** More would have to be looked at than is allowed; the message says what. */
final class TooLarge extends Exception {
    private static final long serialVersionUID = 1L;

    TooLarge(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
