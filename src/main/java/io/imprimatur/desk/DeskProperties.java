package io.imprimatur.desk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the pages.
 *
 * @param timeZone the zone in which pages say and take times
 * @param pageSize how many pieces a list shows at once
 * @param screenTextLength up to how many characters {@code /check} and the compose page look at
 * @param samplePause how often the sample posts of the profile {@code local} are looked at until they are in their places
 * @param samplePatience how long after the start that goes on at most
 */
@Validated
@ConfigurationProperties("imprimatur.desk")
public record DeskProperties(
        @DefaultValue("Europe/Berlin") @NotNull ZoneId timeZone,
        @DefaultValue("20") @Min(1) @Max(200) int pageSize,
        @DefaultValue("100000") @Min(1) @Max(1_000_000) int screenTextLength,
        @DefaultValue("500ms") @NotNull Duration samplePause,
        @DefaultValue("10m") @NotNull Duration samplePatience) {}
