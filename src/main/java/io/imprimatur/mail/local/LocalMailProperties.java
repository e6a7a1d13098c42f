package io.imprimatur.mail.local;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The mail server of the profile {@code local}.
 *
 * @param smtpPort on 127.0.0.1; 0 takes any free one
 * @param imapPort on 127.0.0.1; 0 takes any free one
 */
@Validated
@ConfigurationProperties("imprimatur.local")
record LocalMailProperties(
        @DefaultValue("3025") @Min(0) @Max(65_535) int smtpPort,
        @DefaultValue("3143") @Min(0) @Max(65_535) int imapPort) {}
