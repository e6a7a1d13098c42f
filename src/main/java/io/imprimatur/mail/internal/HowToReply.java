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

    private HowToReply() {}
}
