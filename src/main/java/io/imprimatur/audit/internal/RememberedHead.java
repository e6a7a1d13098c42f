package io.imprimatur.audit.internal;

import io.imprimatur.audit.LedgerVerification.Head;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The end of the chain as this node saw it last: a chain that was cut off behind it is still a chain, but a shorter one. */
@Component
class RememberedHead {
    private final AtomicReference<@Nullable Head> head = new AtomicReference<>();

    void afterCommit(Head seen) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                remember(seen);
            }
        });
    }

    void remember(Head seen) {
        head.accumulateAndGet(
                seen, (known, now) -> known == null || now == null || now.seq() > known.seq() ? now : known);
    }

    @Nullable
    Head get() {
        return head.get();
    }
}
