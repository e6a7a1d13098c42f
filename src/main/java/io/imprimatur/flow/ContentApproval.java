package io.imprimatur.flow;

/** The contract of approval flows: the standard one's key, and the building blocks, stages, messages, errors and variables of all. */
public final class ContentApproval {
    /** The standard flow, {@code processes/content-approval.bpmn}: the one that begins from outside and that the policy names if it says nothing else. */
    public static final String KEY = "content-approval";

    /**
     * Building blocks that other code looks for. What an element does is told by its building block and its stage, never by its
     * id: whoever draws a flow names its elements as they like.
     */
    public static final class Blocks {
        public static final String SCREEN_REVISION = "screenRevision";
        public static final String PUBLISH = "publish";
        public static final String VERIFY_LIVE = "verifyLive";
        public static final String TAKE_DOWN = "takeDown";
        public static final String WAIT_UNTIL = "waitUntil";

        private Blocks() {}
    }

    /** Stages that the standard model knows; a user task names its stage in the extension property {@code stage}. */
    public static final class Stages {
        public static final String PRIVACY = "privacy";
        public static final String LEGAL = "legal";
        public static final String CLINICAL = "clinical";
        /**
         * What the model calls the stages that the policy adds. The stage of each task of {@code furtherReview} is in
         * {@link Variables#STAGE}; the gateway behind them reads {@code furtherOutcome}.
         */
        public static final String FURTHER = "further";

        private Stages() {}
    }

    /** Messages that the process waits for. */
    public static final class Messages {
        public static final String REVISED = "revised";

        private Messages() {}
    }

    /** Codes of BPMN errors: business outcomes, never technical faults. */
    public static final class Errors {
        /** Screening found something that blocks, and the author has not contested it. */
        public static final String SCREENING_BLOCKED = "screeningBlocked";

        public static final String CHANGES_REQUESTED = "changesRequested";
        public static final String REJECTED = "rejected";
        /** The release check of {@code review} said no at the moment of publishing. */
        public static final String RELEASE_REFUSED = "releaseRefused";

        /** Approvals were given and have expired; nothing else is amiss. */
        public static final String APPROVAL_EXPIRED = "approvalExpired";

        private Errors() {}
    }

    /** Variables of the process instance: ids, numbers and enumerations only. */
    public static final class Variables {
        public static final String CONTENT_ID = "contentId";
        public static final String REVISION = "revision";
        /** Only in the start form: the {@code ContentKind}. */
        public static final String KIND = "kind";
        /** Written by {@code screen}: whether {@code privacyReview} is due. Boolean. */
        public static final String PRIVACY_REVIEW_NEEDED = "privacyReviewNeeded";
        /**
         * Written by {@code screen}: stages that the policy adds; a JSON array of names as a string. A multi-instance task
         * reads it by <code>camunda:collection="${stages.of(furtherStages)}"</code>.
         */
        public static final String FURTHER_STAGES = "furtherStages";
        /** Element variable of {@code furtherReview}: the stage of this instance. */
        public static final String STAGE = "stage";
        /** Written by {@code screen}: ISO-8601 instant for the timer, absent when it goes out at once. */
        public static final String PUBLISH_AT = "publishAt";
        /** Only in the command that completes a review: one of {@link TaskDecision}. */
        public static final String DECISION = "decision";
        /** Only in the command that completes a review, never stored: the decider's words. */
        public static final String REASON = "reason";

        /** Written when a stage's task ends: one of {@link StageOutcome}. */
        public static String outcomeOf(String stage) {
            return stage + "Outcome";
        }

        private Variables() {}
    }

    private ContentApproval() {}
}
