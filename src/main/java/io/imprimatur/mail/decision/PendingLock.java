package io.imprimatur.mail.decision;

import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.spi.TaskGuard;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** While a decision by mail can still be undone, no other door works on its task. */
@Component
class PendingLock implements TaskGuard {
    private final RequestStore store;

    PendingLock(RequestStore store) {
        this.store = store;
    }

    @Override
    public Optional<String> refusalToWork(FlowTask task, String personId) {
        return task.stage() == null
                ? Optional.empty()
                : store.pendingAt(task.id())
                        .map(pending -> "This was decided by mail a moment ago. Until the time to undo that has passed,"
                                + " nobody can work on it.");
    }
}
