package io.imprimatur.content.comparison;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of comparing.
 *
 * @param maxTokens up to how many words two texts are compared word by word; longer passages are shown whole
 */
@Validated
@ConfigurationProperties("imprimatur.content.comparison")
record ComparisonProperties(@DefaultValue("4000") @Min(1) @Max(20_000) int maxTokens) {}
