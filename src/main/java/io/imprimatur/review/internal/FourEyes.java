package io.imprimatur.review.internal;

import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.spi.TaskGuard;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says in the engine who may work on a review task. */
@Component
@Transactional(readOnly = true)
class FourEyes implements TaskGuard {
    private final WorkRequests requests;

    FourEyes(WorkRequests requests) {
        this.requests = requests;
    }

    @Override
    public Optional<String> refusalToWork(FlowTask task, String personId) {
        var stage = task.stage();
        return stage == null
                ? Optional.empty()
                : WorkRule.firstObjection(requests.of(task, stage, personId)).map(Objection::sentence);
    }
}
