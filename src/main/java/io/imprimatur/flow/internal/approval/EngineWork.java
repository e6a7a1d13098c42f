package io.imprimatur.flow.internal.approval;

import io.imprimatur.flow.internal.door.Doorway;
import io.imprimatur.flow.internal.door.Refusals;
import io.imprimatur.identity.People;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the product's work in the engine: as the product itself, or in the name of a person like any door does. */
@Component
public final class EngineWork {
    private final ProcessEngine engine;
    private final Doorway doorway;
    private final People people;
    private final TransactionTemplate moment;

    EngineWork(ProcessEngine engine, Doorway doorway, People people, PlatformTransactionManager transactions) {
        this.engine = engine;
        this.doorway = doorway;
        this.people = people;
        moment = new TransactionTemplate(transactions);
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** One command of the product: nobody is asked for permission, and entities can be navigated. */
    public <T extends @Nullable Object> T asProduct(Supplier<T> work) {
        return as(null, () -> doorway.ours(() -> command(work)));
    }

    /**
     * One command of the product that only looks, and sees everything as it was at one moment: a task is read in several
     * steps, and somebody may complete it between two of them. Within a transaction of the caller's it sees what that sees.
     */
    public <T extends @Nullable Object> T looking(Supplier<T> look) {
        return moment.execute(status -> asProduct(look));
    }

    /** One command of the product that the engine's history ascribes to that person. */
    public void begunBy(String personId, Runnable work) {
        as(
                new Authentication(personId, List.of()),
                () -> doorway.ours(() -> {
                    command(() -> {
                        work.run();
                        return null;
                    });
                    return null;
                }));
    }

    /** As if that person had called the engine through a door: every guard is asked. */
    public void asPerson(String personId, Runnable work) {
        var groups = people.find(personId)
                .map(person -> (List<String>) new ArrayList<>(person.groups()))
                .orElse(List.of());
        as(new Authentication(personId, groups), () -> {
            work.run();
            return null;
        });
    }

    private <T extends @Nullable Object> T command(Supplier<T> work) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(work::get));
    }

    private <T extends @Nullable Object> T as(@Nullable Authentication person, Supplier<T> work) {
        IdentityService identity = engine.getIdentityService();
        var before = identity.getCurrentAuthentication();
        try {
            set(identity, person);
            return Refusals.plain(work);
        } finally {
            set(identity, before);
        }
    }

    private static void set(IdentityService identity, @Nullable Authentication person) {
        if (person == null) {
            identity.clearAuthentication();
        } else {
            identity.setAuthentication(person.getUserId(), person.getGroupIds(), person.getTenantIds());
        }
    }
}
