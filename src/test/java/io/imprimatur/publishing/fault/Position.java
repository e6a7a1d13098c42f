package io.imprimatur.publishing.fault;

/** Where an exchange breaks between a channel and its platform. */
enum Position {
    /** The platform cannot be reached any more, from after this exchange until the proxy accepts again. */
    UNREACHABLE_AFTERWARDS,
    BEFORE_FIRST_BYTE,
    IN_REQUEST_HEAD,
    IN_REQUEST_BODY,
    BEFORE_ANSWER,
    IN_ANSWER_HEAD,
    IN_ANSWER_BODY,
    /** Late, but in time. */
    SLOW,
    /** The platform gets it after the caller has given up. */
    TOO_LATE,
    /** The platform gets it twice, as from a proxy that repeats; the caller gets the first answer. */
    TWICE;

    /** Whether the platform acts on the request. */
    boolean reachesPlatform() {
        return switch (this) {
            case BEFORE_FIRST_BYTE, IN_REQUEST_HEAD, IN_REQUEST_BODY -> false;
            case UNREACHABLE_AFTERWARDS, BEFORE_ANSWER, IN_ANSWER_HEAD, IN_ANSWER_BODY, SLOW, TOO_LATE, TWICE -> true;
        };
    }
}
