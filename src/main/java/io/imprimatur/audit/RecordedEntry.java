package io.imprimatur.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in the ledger.
 *
 * @param at when, to the microsecond
 * @param seq its place in the chain, from 1; null until the sequencer came by
 * @param hash of the chain up to and with this entry, SHA-256 in lower-case hexadecimal
 */
public record RecordedEntry(
        UUID id, Instant at, Door door, LedgerEntry entry, @Nullable Long seq, @Nullable String hash) {}
