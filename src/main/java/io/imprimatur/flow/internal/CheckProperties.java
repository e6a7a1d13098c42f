package io.imprimatur.flow.internal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of a flow the check looks at.
 *
 * @param maxStates how many states of one process are explored before the flow is refused as too large
 * @param maxTime how long all flows of a deployment are explored before they are refused as too large
 */
@Validated
@ConfigurationProperties("imprimatur.flow.check")
public record CheckProperties(
        @DefaultValue("200000") @Min(100) @Max(5_000_000) int maxStates,
        @DefaultValue("10s") @DurationMin(millis = 100) @NotNull Duration maxTime) {}
