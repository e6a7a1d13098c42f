package io.imprimatur.flow;

/** The contract of {@code processes/content-approval.bpmn}: its key, element ids, messages, errors and variables. */
public final class ContentApproval {
    public static final String KEY = "content-approval";

    /** Ids of the elements that other code names. */
    public static final class Elements {
        public static final String DRAFT = "draft";
        public static final String SCREEN = "screen";
        public static final String PRIVACY_REVIEW = "privacyReview";
        public static final String LEGAL_REVIEW = "legalReview";
        public static final String CLINICAL_REVIEW = "clinicalReview";
        public static final String FURTHER_REVIEW = "furtherReview";
        public static final String SCHEDULE = "schedule";
        public static final String PUBLISH = "publish";
        public static final String VERIFY_LIVE = "verifyLive";

        private Elements() {}
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
