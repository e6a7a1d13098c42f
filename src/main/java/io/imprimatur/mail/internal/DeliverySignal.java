package io.imprimatur.mail.internal;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the worker that notices wait, as soon as they are committed. */
@Component
class DeliverySignal {
    private final ApplicationEventPublisher events;

    DeliverySignal(ApplicationEventPublisher events) {
        this.events = events;
    }

    void afterCommit() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    events.publishEvent(new NoticesWritten());
                }
            });
        }
    }

    /** Notices were committed. */
    record NoticesWritten() {}
}
