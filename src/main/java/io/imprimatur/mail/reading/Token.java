package io.imprimatur.mail.reading;

/**
 * A word or a mark of a line.
 *
 * @param folded the word for comparison; a mark as it is
 * @param word whether it is a word; else one mark
 * @param start where it begins in the line
 * @param end where it ends in the line
 */
record Token(String folded, boolean word, int start, int end) {

    boolean mark(String marks) {
        return !word && marks.contains(folded);
    }
}
