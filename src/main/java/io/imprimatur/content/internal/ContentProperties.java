package io.imprimatur.content.internal;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of what authors hand in. Lengths count characters (Unicode code points).
 *
 * @param maxScheduleAhead how far ahead a piece may be scheduled
 * @param maxImages images of one piece
 * @param maxImageSize bytes of one image
 * @param maxImagePixels width times height, so that no reader's browser is made to unpack a bomb
 * @param maxImageFrames frames of one animation
 * @param maxPageSize lines of one page of a list
 */
@Validated
@ConfigurationProperties("imprimatur.content")
record ContentProperties(
        @DefaultValue("200") @Min(1) int maxTitle,
        @DefaultValue("50000") @Min(1) int maxBody,
        @DefaultValue("2000") @Min(1) int maxLink,
        @DefaultValue("1000") @Min(1) int maxAltText,
        @DefaultValue("2000") @Min(1) int maxContestReason,
        @DefaultValue("366d") @NotNull Duration maxScheduleAhead,
        @DefaultValue("10") @Min(0) int maxImages,
        @DefaultValue("10MB") @NotNull DataSize maxImageSize,
        @DefaultValue("50000000") @Min(1) long maxImagePixels,
        @DefaultValue("500") @Min(1) int maxImageFrames,
        @DefaultValue("100") @Min(1) int maxPageSize) {}
