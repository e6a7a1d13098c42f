package io.imprimatur.audit.internal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param sequencerInterval how long an entry may wait for its place when the node that recorded it died before chaining
 * @param sequencerStopTimeout how long a shutdown waits for the batch at hand
 * @param sequencerBatch how many entries one transaction chains
 * @param verificationFetch how many rows verification holds in memory
 * @param maxPageSize how many entries one page of {@code GET /api/ledger} holds at most
 */
@Validated
@ConfigurationProperties("imprimatur.audit")
public record AuditProperties(
        @DefaultValue("2s") Duration sequencerInterval,
        @DefaultValue("10s") Duration sequencerStopTimeout,
        @DefaultValue("500") @Min(1) @Max(10_000) int sequencerBatch,
        @DefaultValue("1000") @Min(1) @Max(100_000) int verificationFetch,
        @DefaultValue("200") @Min(1) @Max(1000) int maxPageSize) {}
