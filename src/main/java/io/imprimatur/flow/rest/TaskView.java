package io.imprimatur.flow.rest;

import io.imprimatur.flow.Answer;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.Question;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task as REST shows it. */
record TaskView(
        String id,
        String elementId,
        String name,
        @Nullable String stage,
        UUID contentId,
        int revision,
        @Nullable String assignee,
        Set<String> candidateGroups,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable Question question,
        List<Answer> answers) {
    static TaskView of(FlowTask task) {
        return new TaskView(
                task.id(),
                task.elementId(),
                task.name(),
                task.stage(),
                task.contentId(),
                task.revision(),
                task.assignee(),
                task.candidateGroups(),
                task.createdAt(),
                task.dueAt(),
                task.question(),
                task.question() == null ? List.of() : task.question().answers());
    }
}
