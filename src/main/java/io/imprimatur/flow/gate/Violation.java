package io.imprimatur.flow.gate;

/**
 * Something that a model may not contain.
 *
 * @param rule stable, lower-case, hyphenated name of the rule
 * @param file name of the file
 * @param element id of the element, or the name of its kind where it has none
 * @param message what is not allowed and what to do instead, in a sentence
 */
public record Violation(String rule, String file, String element, String message) {
    /** One line for people. */
    public String sentence() {
        return file + ", " + element + ": " + message;
    }
}
