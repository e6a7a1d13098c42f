package io.imprimatur.flow.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.flow.Answer;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.platform.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own tasks: taking, giving back and deciding, by the same commands as Tasklist's. */
@RestController
@RequestMapping("/api/tasks")
class TaskController {
    private final ApprovalFlow flow;
    private final CurrentPerson person;

    TaskController(ApprovalFlow flow, CurrentPerson person) {
        this.flow = flow;
        this.person = person;
    }

    /** Fields as nodes, so that a number or list is told from a text instead of being turned into one. */
    record Decision(
            @Schema(
                            type = "string",
                            allowableValues = {"APPROVE", "REQUEST_CHANGES", "REJECT"},
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    @Nullable
                    JsonNode decision,
            @Schema(type = "string") @Nullable JsonNode reason) {}

    /** Likewise. */
    record Given(
            @Schema(type = "string", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable JsonNode answer,
            @Schema(type = "string") @Nullable JsonNode reason) {}

    @Operation(summary = "Tasks that you have taken or could take", description = "The most urgent comes first.")
    @GetMapping
    List<TaskView> mine() {
        return flow.tasksOf(person.require().id()).stream().map(TaskView::of).toList();
    }

    @Operation(summary = "Take a task")
    @PostMapping("/{id}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    void claim(@PathVariable String id) {
        flow.claim(id, person.require().id());
    }

    @Operation(summary = "Give a task back to its group")
    @PostMapping("/{id}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    void release(@PathVariable String id) {
        flow.release(id, person.require().id());
    }

    @Operation(
            summary = "Decide on a task that you have taken",
            description = "A reason is needed unless you approve a text in which nothing was found.")
    @PostMapping("/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    void decide(@PathVariable String id, @RequestBody Decision given) {
        flow.decide(id, person.require().id(), decision(given.decision()), reason(given.reason()));
    }

    @Operation(
            summary = "Answer a question about a publication, on a task that you have taken",
            description = "The possible answers stand in the task.")
    @PostMapping("/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    void answer(@PathVariable String id, @RequestBody Given given) {
        flow.answer(id, person.require().id(), answer(given.answer()), reason(given.reason()));
    }

    private static Answer answer(@Nullable JsonNode given) {
        return Arrays.stream(Answer.values())
                .filter(value ->
                        given != null && given.isTextual() && value.name().equals(given.textValue()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                                "answer-missing", "Give one of the task's answers, in the field \"answer\".")
                        .about("answer"));
    }

    private static TaskDecision decision(@Nullable JsonNode given) {
        return Arrays.stream(TaskDecision.values())
                .filter(value ->
                        given != null && given.isTextual() && value.name().equals(given.textValue()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                                "decision-missing",
                                "Say whether you APPROVE, REQUEST_CHANGES or REJECT, in the field \"decision\".")
                        .about("decision"));
    }

    private static @Nullable String reason(@Nullable JsonNode given) {
        if (given == null || given.isNull()) {
            return null;
        }
        if (!given.isTextual()) {
            throw Refusal.invalid("reason-no-text", "Give the reason as a string.")
                    .about("reason");
        }
        return given.textValue();
    }
}
