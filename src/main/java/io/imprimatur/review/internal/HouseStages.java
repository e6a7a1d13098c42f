package io.imprimatur.review.internal;

import io.imprimatur.flow.spi.RequiredStages;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the check of flows what {@code imprimatur.release.required-stages} says. */
@Component
class HouseStages implements RequiredStages {
    private final Set<String> stages;

    HouseStages(ReleaseProperties properties) {
        this.stages = Set.copyOf(properties.requiredStages());
    }

    @Override
    public Set<String> stages() {
        return stages;
    }
}
