package io.imprimatur.flow.internal.web;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of the engine's doors.
 *
 * @param maxQueryBody longest body of a query, a claim or a filter; longer ones are refused with 413
 */
@Validated
@ConfigurationProperties("imprimatur.flow.web")
record EngineWebProperties(@NotNull @DefaultValue("256KB") DataSize maxQueryBody) {}
