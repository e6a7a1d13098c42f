package io.imprimatur.flow.internal.door;

import io.imprimatur.platform.Refusal;
import jakarta.ws.rs.WebApplicationException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Turns a refusal into what the engine's callers understand. A listener's exception would reach REST and Tasklist as a
 * 500 with a stack of wrappers around its sentence. The engine's REST lets only an {@link AuthorizationException} through
 * when a task completes and makes every other exception of the engine a 500, so those go past it as an exception of REST.
 */
public final class RefusalInterceptor extends CommandInterceptor {
    private final Doorway doorway;

    public RefusalInterceptor(Doorway doorway) {
        this.doorway = doorway;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!doorway.isOutside()) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } catch (OptimisticLockingException e) {
            // a job that met another transaction runs again by itself
            throw command instanceof ExecuteJobsCmd ? e : translated(Refusals.atTheSameMoment());
        } catch (RuntimeException e) {
            throw Refusals.in(e).map(RefusalInterceptor::translated).orElse(e);
        }
    }

    private static RuntimeException translated(Refusal refusal) {
        if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
            var forbidden = new AuthorizationException(refusal.sentence());
            forbidden.initCause(refusal);
            return forbidden;
        }
        if (EngineRequest.isUnderWay()) {
            return new WebApplicationException(
                    refusal.sentence(), refusal, refusal.kind().status());
        }
        return new BadUserRequestException(refusal.sentence(), refusal);
    }
}
