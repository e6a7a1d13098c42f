package io.imprimatur.review;

/** Whether a revision may go out. */
public sealed interface ReleaseAnswer {
    /** Code of the refusal of a text whose approvals were all given and are too old: it is reviewed again as it is. */
    String EXPIRED = "approval-expired";

    /** @param revisionHash the hash that was approved; what is sent must have it */
    record Permitted(String revisionHash) implements ReleaseAnswer {}

    /**
     * @param code stable name of the reason, such as {@code stage-not-approved}
     * @param sentence the reason for people
     */
    record Refused(String code, String sentence) implements ReleaseAnswer {}
}
