package io.imprimatur.flow.internal.tasks;

import io.imprimatur.flow.internal.door.Doorway;
import io.imprimatur.flow.internal.door.Refusals;
import io.imprimatur.flow.spi.TaskGuard;
import io.imprimatur.platform.Refusal;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says who may work on a task, whichever command wants to: claiming, completing, submitting a form. It refuses by an
 * exception that reaches REST and Tasklist as a 403 with its sentence.
 */
@Component
public final class TaskWorkChecker extends AuthorizationCommandChecker {
    private final Doorway doorway;
    private final FlowTasks tasks;
    private final ObjectProvider<TaskGuard> guards;

    TaskWorkChecker(Doorway doorway, FlowTasks tasks, ObjectProvider<TaskGuard> guards) {
        this.doorway = doorway;
        this.tasks = tasks;
        this.guards = guards;
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        if (!doorway.isOpen()) {
            return;
        }
        var person = somebody();
        if (task.getAssignee() != null && !task.getAssignee().equals(person)) {
            throw Refusals.claimedByAnother();
        }
        var flowTask = tasks.of(task);
        guards.orderedStream()
                .flatMap(guard -> guard.refusalToWork(flowTask, person).stream())
                .findFirst()
                .ifPresent(sentence -> {
                    throw Refusal.forbidden("not-yours-to-decide", sentence);
                });
        super.checkTaskWork(task);
    }

    /** The one assignment that is asked for from outside is to give a task back, which its holder may. */
    @Override
    public void checkTaskAssign(TaskEntity task) {
        if (doorway.isOpen() && !somebody().equals(task.getAssignee())) {
            throw Refusal.forbidden("not-yours", "Only who has taken a task can give it back.");
        }
    }

    private static String somebody() {
        @Nullable String person = Context.getCommandContext().getAuthenticatedUserId();
        if (person == null) {
            throw Refusal.forbidden("not-logged-in", "Log in to work on a task.");
        }
        return person;
    }
}
