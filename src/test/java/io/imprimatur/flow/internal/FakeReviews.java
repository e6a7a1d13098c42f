package io.imprimatur.flow.internal;

import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.StageOutcome;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.flow.spi.DecisionRecorder;
import io.imprimatur.flow.spi.TaskGuard;
import io.imprimatur.platform.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Stands in for the review module: people decide on their own group's stage; a rejection needs a reason. */
final class FakeReviews implements DecisionRecorder, TaskGuard {
    record Recorded(FlowTask task, String person, TaskDecision decision, @Nullable String reason) {}

    private final List<Recorded> recorded = new CopyOnWriteArrayList<>();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    private final AtomicReference<Runnable> duringALook = new AtomicReference<>(() -> {});

    /** Lets something happen once, while the next decision is being taken. */
    void meanwhile(Runnable work) {
        meanwhile.set(work);
    }

    /** Lets something happen once, when the next person is asked about. */
    void duringALook(Runnable work) {
        duringALook.set(work);
    }

    List<Recorded> of(UUID contentId) {
        return recorded.stream()
                .filter(decision -> decision.task().contentId().equals(contentId))
                .toList();
    }

    @Override
    public StageOutcome record(FlowTask task, String personId, TaskDecision decision, @Nullable String reason) {
        if (decision == TaskDecision.REJECT && reason == null) {
            throw Refusal.invalid("reason-missing", "Say why.");
        }
        meanwhile.getAndSet(() -> {}).run();
        recorded.add(new Recorded(task, personId, decision, reason));
        return switch (decision) {
            case APPROVE -> StageOutcome.APPROVED;
            case REQUEST_CHANGES -> StageOutcome.CHANGES_REQUESTED;
            case REJECT -> StageOutcome.REJECTED;
        };
    }

    @Override
    public Optional<String> refusalToWork(FlowTask task, String personId) {
        duringALook.getAndSet(() -> {}).run();
        var group = FlowAlone.GROUP_OF.get(personId);
        return task.stage() == null || task.candidateGroups().contains(String.valueOf(group))
                ? Optional.empty()
                : Optional.of("You are not in the group that decides here.");
    }
}
