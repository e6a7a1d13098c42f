package io.imprimatur.desk.samples;

import io.imprimatur.content.ContentKind;
import io.imprimatur.flow.TaskDecision;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post that the profile {@code local} starts with, and its story.
 *
 * @param name stable key of it
 * @param summary what it is there to show, without any of its content
 * @param link for readers, if it has one
 * @param withImage whether the samples' picture goes with it
 * @param goesOutIn how long after the first start it is to go out; null means at once
 * @param story what people do with it, in this order
 */
record Sample(
        String name,
        String summary,
        ContentKind kind,
        String title,
        String body,
        @Nullable String link,
        boolean withImage,
        @Nullable Duration goesOutIn,
        List<Act> story) {
    Sample {
        story = List.copyOf(story);
    }

    /** Something that a demo person does. */
    sealed interface Act {
        /** The author hands it in. */
        record Submit() implements Act {}

        /** Somebody of a stage claims the task, says why what was found may go out, and decides. */
        record Decide(String stage, String person, TaskDecision decision, @Nullable String reason) implements Act {}
    }
}
