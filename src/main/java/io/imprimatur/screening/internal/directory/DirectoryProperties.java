package io.imprimatur.screening.internal.directory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The directory of what is the organisation's own.
 *
 * @param maxEntries how many entries it holds at most
 * @param maxEntryLength longest name, number, domain, address or place, in UTF-16 units
 * @param maxEventDays how many days an event lasts at most
 * @param maxImportSize of a CSV file
 * @param maxPageSize how many entries one page of the list shows
 * @param refresh how long screening may work with what it read before it asks whether something has changed
 */
@Validated
@ConfigurationProperties("imprimatur.screening.directory")
public record DirectoryProperties(
        @DefaultValue("20000") @Min(1) @Max(200000) int maxEntries,
        @DefaultValue("200") @Min(10) @Max(1000) int maxEntryLength,
        @DefaultValue("92") @Min(1) @Max(366) int maxEventDays,
        @DefaultValue("1MB") @NotNull DataSize maxImportSize,
        @DefaultValue("50") @Min(1) int maxPageSize,
        @DefaultValue("2s") @NotNull Duration refresh) {}
