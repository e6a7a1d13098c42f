package io.imprimatur.flow;

import java.util.Set;

/** The contract of {@code processes/publication-question.bpmn} and {@code processes/withdrawal.bpmn}. */
public final class PublicationContract {
    /** Asks people about one publication; its business key is the publication's id. */
    public static final String QUESTION_KEY = "publication-question";

    /** Takes a post down; its business key is the withdrawal's id. */
    public static final String WITHDRAWAL_KEY = "withdrawal";

    /** Flows about posts that went out; no post takes them on its way there. */
    public static final Set<String> KEYS = Set.of(QUESTION_KEY, WITHDRAWAL_KEY);

    /** The message that closes a question which settled itself. */
    public static final String SETTLED = "settled";

    /** Variables beside those of {@link ContentApproval.Variables}. */
    public static final class Variables {
        /** Id of the publication or withdrawal. */
        public static final String SUBJECT_ID = "subjectId";
        /** One of {@link Question}. */
        public static final String QUESTION = "question";
        /** Boolean: whether it is a privacy incident, which is to be assessed. */
        public static final String PRIVACY_INCIDENT = "privacyIncident";
        /** ISO 8601 instant: due date of the assessment. */
        public static final String ASSESS_BY = "assessBy";

        private Variables() {}
    }

    private PublicationContract() {}
}
