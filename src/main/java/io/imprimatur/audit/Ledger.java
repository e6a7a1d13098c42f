package io.imprimatur.audit;

/** The append-only audit ledger. */
public interface Ledger {
    /**
     * Inserts the entry in the running transaction: both become visible together or not at all.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
     */
    void record(LedgerEntry entry);
}
