package io.imprimatur.review.internal;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What every post needs before it goes out.
 *
 * @param requiredStages review stages that every revision needs, whatever the release policy says; in the order of review
 * @param approvalValidFor how long an approval stays in force
 * @param maxReasonLength in characters
 */
@Validated
@ConfigurationProperties("imprimatur.release")
record ReleaseProperties(
        @NotEmpty @DefaultValue({"legal", "clinical"})
                List<@NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,63}") String> requiredStages,
        @DurationMin(minutes = 1) @DefaultValue("30d") Duration approvalValidFor,
        @DefaultValue("2000") int maxReasonLength) {
    ReleaseProperties {
        requiredStages = List.copyOf(requiredStages);
    }
}
