package io.imprimatur.flow.internal.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper.ExceptionLoggingHandler;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores and logs why a job failed without the words of its exceptions, which may quote what somebody wrote. */
final class WordlessJobFailures implements FailedJobCommandFactory, ExceptionLoggingHandler {
    private static final Logger log = LoggerFactory.getLogger(WordlessJobFailures.class);

    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        // the engine looks at this type: such a failure costs no try, and its text names entities and ids only
        return new DefaultJobRetryCmd(
                jobId, exception instanceof OptimisticLockingException ? exception : JobFault.of(exception));
    }

    @Override
    public void exceptionWhileExecutingJob(String jobId, Throwable exception) {
        if (exception instanceof OptimisticLockingException) {
            log.debug("Job {} met another transaction and runs again.", jobId);
        } else {
            log.warn("Job {} failed.", jobId, JobFault.of(exception));
        }
    }
}
