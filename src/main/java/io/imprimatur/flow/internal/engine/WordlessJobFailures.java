package io.imprimatur.flow.internal.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;

/** Stores why a job failed without the words of its exceptions, which may quote what somebody wrote. */
final class WordlessJobFailures implements FailedJobCommandFactory {
    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        // the engine looks at this type: such a failure costs no try, and its text names entities and ids only
        return new DefaultJobRetryCmd(
                jobId, exception instanceof OptimisticLockingException ? exception : JobFault.of(exception));
    }
}
