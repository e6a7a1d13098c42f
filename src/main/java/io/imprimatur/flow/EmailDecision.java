package io.imprimatur.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What mail may do at a review; the extension property {@code emailDecision} of its user task, in lower case. */
public enum EmailDecision {
    /** Mail only tells that it waits; also where the model says nothing. */
    NONE,
    /** A link in the mail leads to a page on which to decide. */
    LINK,
    /** A verified reply decides too. */
    REPLY;

    /** As models write it. */
    public String inModel() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All of them, as models write them. */
    public static List<String> all() {
        return Arrays.stream(values()).map(EmailDecision::inModel).toList();
    }

    /** @param property null if the model says nothing */
    public static EmailDecision of(@Nullable String property) {
        return Arrays.stream(values())
                .filter(value -> value.inModel().equals(property))
                .findFirst()
                .orElse(NONE);
    }
}
