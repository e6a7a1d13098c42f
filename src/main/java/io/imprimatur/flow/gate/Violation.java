package io.imprimatur.flow.gate;

import java.util.List;

/**
 * Something that a model may not contain, or a way through it that breaks a promise.
 *
 * @param rule stable, lower-case, hyphenated name of the rule
 * @param file name of the file
 * @param element id of the element, or the name of its kind where it has none
 * @param message what is not allowed and what to do instead, in a sentence
 * @param path ids of flow nodes and sequence flows in the order in which they are passed, from the start to the offence;
 *     empty for rules about the text alone
 */
public record Violation(String rule, String file, String element, String message, List<String> path) {
    /** The rule about posts that wait where the model to which they are moved has nothing. */
    public static final String NOT_MAPPED = "not-mapped";

    public Violation {
        path = List.copyOf(path);
    }

    /** One of a rule about the text alone. */
    public Violation(String rule, String file, String element, String message) {
        this(rule, file, element, message, List.of());
    }

    /** One line for people. */
    public String sentence() {
        return file + ", " + element + ": " + message;
    }
}
