package io.imprimatur.mail.decision;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does something in a transaction of its own that is always rolled back: whoever decides hears at once what a rule would
 * refuse later, when the decision is carried out.
 */
@Component
class Rehearsal {
    private final TransactionTemplate apart;

    Rehearsal(PlatformTransactionManager transactions) {
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @throws RuntimeException whatever the work throws */
    void run(Runnable work) {
        apart.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }
}
