package io.imprimatur.flow.internal.blocks;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The name of the building block {@code waitUntil}. A service task that names it is read as a timer ({@link TimerSteps}), so
 * this never runs; anywhere else it stops the flow rather than letting a post pass early.
 */
@Component("waitUntil")
final class WaitUntil implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
        throw new IllegalStateException("Only a service task can wait");
    }
}
