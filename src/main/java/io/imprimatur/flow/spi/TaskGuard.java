package io.imprimatur.flow.spi;

import io.imprimatur.flow.FlowTask;
import java.util.Optional;

/** Says who may work on which task; asked before claim, completion and anything else that changes a task. */
public interface TaskGuard {
    /** A sentence why that person may not work on that task; empty if they may. */
    Optional<String> refusalToWork(FlowTask task, String personId);
}
