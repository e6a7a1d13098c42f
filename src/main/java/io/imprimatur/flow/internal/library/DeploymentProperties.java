package io.imprimatur.flow.internal.library;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How models take force.
 *
 * @param confirmationRequired whether a second manager or somebody of compliance must confirm each deployment
 * @param reasonMaxCharacters the longest reason for a deployment
 * @param draftsKept how many drafts the house keeps at most
 * @param proposalsKept how many proposals may wait at the same time
 * @param versionsShown how many versions of a flow are listed, newest first
 * @param migrationMaxPosts how many posts are moved to another version at once
 * @param replayMaxPosts on how many past posts a draft can be tried at most
 */
@Validated
@ConfigurationProperties("imprimatur.flow.deployment")
public record DeploymentProperties(
        @DefaultValue("true") boolean confirmationRequired,
        @DefaultValue("1000") @Min(1) @Max(10000) int reasonMaxCharacters,
        @DefaultValue("200") @Min(1) int draftsKept,
        @DefaultValue("50") @Min(1) int proposalsKept,
        @DefaultValue("100") @Min(1) int versionsShown,
        @DefaultValue("500") @Min(1) int migrationMaxPosts,
        @DefaultValue("200") @Min(1) int replayMaxPosts) {}
