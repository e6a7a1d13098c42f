package io.imprimatur.audit;

import org.jspecify.annotations.Nullable;

/**
 * What recomputing the chain showed.
 *
 * @param intact whether every entry is where and what it was when it was chained
 * @param entries how many there are, chained or not
 * @param firstBroken the first place in the chain that does not hold what it should: changed, removed, put elsewhere or
 *     slipped in; null if there is none
 * @param waiting how many entries the sequencer has not come to yet
 * @param unaccounted how many entries are neither chained nor waiting, which only meddling brings about
 * @param head the last place that holds; keep it elsewhere to prove later that nothing was cut off
 */
public record LedgerVerification(
        boolean intact, long entries, @Nullable Long firstBroken, long waiting, long unaccounted, @Nullable Head head) {

    /**
     * @param seq from 1
     * @param hash SHA-256 in lower-case hexadecimal
     */
    public record Head(long seq, String hash) {}
}
