package io.imprimatur.audit;

import io.imprimatur.platform.Page;

/** Reads the ledger; who may is for the caller to check. */
public interface LedgerReader {
    /**
     * The youngest first.
     *
     * @throws io.imprimatur.platform.Refusal (400, {@code page-out-of-range}) when the page is negative or the size is not
     *     within 1 and {@code imprimatur.audit.max-page-size}
     */
    Page<RecordedEntry> find(LedgerQuery query);

    /**
     * Recomputes the whole chain.
     *
     * @throws io.imprimatur.platform.Refusal (429, {@code verification-running}) while another one is running on this node
     */
    LedgerVerification verify();
}
