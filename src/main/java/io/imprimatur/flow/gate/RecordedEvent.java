package io.imprimatur.flow.gate;

import io.imprimatur.flow.StageOutcome;
import io.imprimatur.flow.TaskDecision;
import java.util.List;

/** One thing that happened to a post. */
public sealed interface RecordedEvent {
    /** The author handed in the draft. */
    record HandedIn() implements RecordedEvent {}

    /**
     * Screening gave its answer.
     *
     * @param blocked whether it sent the post back to its author
     * @param privacyNeeded whether a privacy review was due
     * @param furtherStages stages that the policy added
     * @param scheduled whether the post was to go out at a later time
     */
    record Screened(boolean blocked, boolean privacyNeeded, List<String> furtherStages, boolean scheduled)
            implements RecordedEvent {
        public Screened {
            furtherStages = List.copyOf(furtherStages);
        }
    }

    /**
     * Somebody decided at a stage.
     *
     * @param outcome how the stage stood then
     */
    record Decided(String stage, TaskDecision decision, StageOutcome outcome) implements RecordedEvent {}

    /** The author handed in a new revision during review. */
    record Revised() implements RecordedEvent {}

    /** It went out. */
    record Published() implements RecordedEvent {}
}
