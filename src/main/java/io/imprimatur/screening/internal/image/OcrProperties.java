package io.imprimatur.screening.internal.image;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds within which images are read.
 *
 * @param enabled whether text in images is read; if not, each image says so to its reviewer
 * @param maxPixels width times height at which an image is read; larger ones are scaled down to it
 * @param maxCharacters how much of the text of one image is screened, in UTF-16 units
 * @param timeout how long anybody waits for one image, waiting for its turn included
 * @param parallel images that are read at the same time, each by an engine of its own
 * @param maxWaiting images that may wait for their turn
 * @param remembered readings of images that are kept in memory, so that writing on does not read them again
 */
@Validated
@ConfigurationProperties("imprimatur.screening.ocr")
record OcrProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("4000000") @Min(10_000) @Max(50_000_000) int maxPixels,
        @DefaultValue("20000") @Min(1) int maxCharacters,
        @DefaultValue("10s") @NotNull @DurationMin(millis = 1) Duration timeout,
        @DefaultValue("2") @Min(1) int parallel,
        @DefaultValue("20") @Min(1) int maxWaiting,
        @DefaultValue("100") @Min(0) int remembered) {}
