package io.imprimatur.screening.internal.cli;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Screening on the command line.
 *
 * @param maxFileSize of a file, markup included
 */
@Validated
@ConfigurationProperties("imprimatur.screening.command-line")
public record CommandLineProperties(@DefaultValue("2MB") @NotNull DataSize maxFileSize) {}
