package io.imprimatur.mail.internal;

import java.util.List;

/**
 * How to decide by replying. Short lines, none of which begins with a word that decides: quoted back, and wrapped as mail
 * programs do, they are no decision.
 */
final class HowToReply {
    static final List<String> LINES = List.of(
            "You can also decide by replying to this message. Begin with",
            "the word \"Approve\", if it may go out as it is; or with",
            "the words \"Changes:\" or \"Reject:\" and your reason.");

    private static final List<String> WITH_REASON = List.of(
            "You can also decide by replying to this message. Begin with",
            "the word \"Approve:\", \"Changes:\" or \"Reject:\" and your reason; since",
            "images were looked at, an approval needs a reason too.");

    private HowToReply() {}

    /** @param asksReason whether an approval needs a reason too */
    static List<String> lines(boolean asksReason) {
        return asksReason ? WITH_REASON : LINES;
    }
}
