package io.imprimatur.flow.internal.approval;

import io.imprimatur.flow.Answer;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.ContentApproval.Blocks;
import io.imprimatur.flow.ContentApproval.Variables;
import io.imprimatur.flow.FlowIncident;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.PolicyQuestion;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.platform.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The engine behind {@link ApprovalFlow}. A flow's business key is the id of its piece. */
@Component
final class EngineApprovalFlow implements ApprovalFlow {
    private final EngineWork work;
    private final TaskBoard board;
    private final Incidents incidents;
    private final WaitingSteps steps;
    private final RunningFlows running;
    private final RuntimeService runtime;
    private final TaskService tasks;

    EngineApprovalFlow(
            EngineWork work,
            TaskBoard board,
            Incidents incidents,
            WaitingSteps steps,
            RunningFlows running,
            ProcessEngine engine) {
        this.work = work;
        this.board = board;
        this.incidents = incidents;
        this.steps = steps;
        this.running = running;
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
    }

    @Override
    public void start(UUID contentId, int revision, String authorId, PolicyQuestion post) {
        work.begunBy(authorId, () -> running.start(contentId, revision, post));
    }

    @Override
    public void submit(UUID contentId, int revision) {
        work.<@Nullable Void>asProduct(() -> {
            var draft = board.draftOf(contentId);
            if (draft.isPresent()) {
                tasks.complete(draft.get().id());
            } else {
                running.revised(contentId, revision);
            }
            return null;
        });
    }

    @Override
    public boolean atDraft(UUID contentId) {
        return work.looking(() -> board.draftOf(contentId).isPresent());
    }

    @Override
    public boolean inReview(UUID contentId) {
        return work.looking(() -> running.waitsForRevision(contentId));
    }

    @Override
    public void draftRevised(UUID contentId, int revision, String authorId, PolicyQuestion post) {
        work.begunBy(authorId, () -> {
            if (board.draftOf(contentId).isPresent()) {
                running.draftRevised(contentId, revision, authorId, post);
            }
        });
    }

    @Override
    public List<FlowTask> openTasks(UUID contentId) {
        return work.looking(() -> board.of(contentId));
    }

    @Override
    public Optional<FlowTask> task(String taskId) {
        return work.looking(() -> board.task(taskId));
    }

    @Override
    public List<FlowTask> tasksOf(String personId) {
        return work.looking(() -> board.ofPerson(personId));
    }

    @Override
    public void claim(String taskId, String personId) {
        requireTask(taskId);
        work.asPerson(personId, () -> tasks.claim(taskId, personId));
    }

    @Override
    public void release(String taskId, String personId) {
        requireTask(taskId);
        work.asPerson(personId, () -> tasks.setAssignee(taskId, null));
    }

    @Override
    public void decide(String taskId, String personId, TaskDecision decision, @Nullable String reason) {
        if (requireTask(taskId).stage() == null) {
            throw Refusal.conflict("no-review", "This task is not a review; there is nothing to decide.");
        }
        complete(taskId, personId, decision.name(), reason);
    }

    @Override
    public void answer(String taskId, String personId, Answer answer, @Nullable String reason) {
        if (requireTask(taskId).question() == null) {
            throw Refusal.conflict("no-question", "This task asks nothing; there is nothing to answer.");
        }
        complete(taskId, personId, answer.name(), reason);
    }

    private void complete(String taskId, String personId, String decision, @Nullable String reason) {
        var given = new HashMap<String, @Nullable Object>();
        given.put(Variables.DECISION, decision);
        given.put(Variables.REASON, reason);
        work.asPerson(personId, () -> tasks.complete(taskId, given));
    }

    private FlowTask requireTask(String taskId) {
        return task(taskId).orElseThrow(() -> Refusal.notFound("task-not-found", "This task is done or never was."));
    }

    @Override
    public void publicationSettled(UUID contentId, int revision) {
        signal(Blocks.PUBLISH, contentId, revision, null);
    }

    @Override
    public void liveVerified(UUID contentId, int revision) {
        signal(Blocks.VERIFY_LIVE, contentId, revision, null);
    }

    @Override
    public void releaseRefused(UUID contentId, int revision, String code) {
        signal(Blocks.PUBLISH, contentId, revision, code);
    }

    private void signal(String block, UUID contentId, int revision, @Nullable String name) {
        work.<@Nullable Void>asProduct(() -> {
            waitingAt(block, contentId)
                    .filter(waiting ->
                            Integer.valueOf(revision).equals(runtime.getVariable(waiting.getId(), Variables.REVISION)))
                    .ifPresent(waiting -> runtime.signal(waiting.getId(), name, null, Map.of()));
            return null;
        });
    }

    @Override
    public void openPublishIncident(UUID contentId, String cause) {
        work.<@Nullable Void>asProduct(() -> {
            waitingToPublish(contentId).ifPresent(waiting -> incidents.open(waiting.getId(), cause));
            return null;
        });
    }

    @Override
    public void resolvePublishIncidents(UUID contentId) {
        work.<@Nullable Void>asProduct(() -> {
            waitingToPublish(contentId).ifPresent(waiting -> incidents.resolve(waiting.getId()));
            return null;
        });
    }

    @Override
    public List<FlowIncident> incidents() {
        return work.looking(incidents::all);
    }

    @Override
    public void retry(String incidentId) {
        work.<@Nullable Void>asProduct(() -> {
            incidents.retry(incidentId);
            return null;
        });
    }

    private Optional<Execution> waitingToPublish(UUID contentId) {
        return waitingAt(Blocks.PUBLISH, contentId).or(() -> waitingAt(Blocks.VERIFY_LIVE, contentId));
    }

    private Optional<Execution> waitingAt(String block, UUID contentId) {
        return steps.at(block, contentId).stream().findFirst();
    }
}
