package io.imprimatur.flow.gate.proof;

/** What a flow node means to the proof. */
enum Kind {
    PROCESS,
    SUBPROCESS,
    CALL,
    START,
    END,
    TERMINATE,
    ERROR_END,
    ESCALATION_END,
    ESCALATION_THROW,
    /** Runs or waits without anything that the promises speak of, in one go. */
    PASS,
    /** Waits until its time comes. */
    WAIT,
    MESSAGE,
    DRAFT,
    REVIEW,
    QUESTION,
    SCREEN,
    PUBLISH,
    VERIFY_LIVE,
    TAKE_DOWN,
    EXCLUSIVE,
    PARALLEL,
    EVENT_GATEWAY,
    BOUNDARY;

    boolean isUserTask() {
        return this == DRAFT || this == REVIEW || this == QUESTION;
    }

    /** Whether instances of it stay in a state, so that boundary events can find them there. */
    boolean stays() {
        return switch (this) {
            case PROCESS,
                    SUBPROCESS,
                    CALL,
                    WAIT,
                    MESSAGE,
                    DRAFT,
                    REVIEW,
                    QUESTION,
                    PUBLISH,
                    VERIFY_LIVE,
                    TAKE_DOWN,
                    PARALLEL,
                    EVENT_GATEWAY -> true;
            default -> false;
        };
    }
}
