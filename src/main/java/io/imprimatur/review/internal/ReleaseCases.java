package io.imprimatur.review.internal;

import io.imprimatur.content.Contents;
import io.imprimatur.identity.People;
import io.imprimatur.screening.Screenings;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers from the tables what the release check looks at. */
@Component
class ReleaseCases {
    private final Contents contents;
    private final StoredHash storedHash;
    private final People people;
    private final Screenings screenings;
    private final DecisionStore decisions;
    private final PlanStore plans;
    private final ReleaseProperties properties;
    private final Clock clock;

    ReleaseCases(
            Contents contents,
            StoredHash storedHash,
            People people,
            Screenings screenings,
            DecisionStore decisions,
            PlanStore plans,
            ReleaseProperties properties,
            Clock clock) {
        this.contents = contents;
        this.storedHash = storedHash;
        this.people = people;
        this.screenings = screenings;
        this.decisions = decisions;
        this.plans = plans;
        this.properties = properties;
        this.clock = clock;
    }

    ReleaseCase of(UUID contentId, int number) {
        var cast = decisions.onRevision(contentId, number);
        var revision = contents.revision(contentId, number);
        var hash = storedHash.of(revision);
        return new ReleaseCase(
                contents.require(contentId),
                revision,
                hash,
                properties.requiredStages(),
                plans.find(contentId, number),
                contents.authorsSincePublished(contentId),
                active(cast),
                Standing.of(cast, hash, clock.instant().minus(properties.approvalValidFor())),
                screenings.verdict(contentId, number),
                screenings.findingsToAnswer(contentId, number),
                contents.contestOf(contentId, number).isPresent());
    }

    private Set<String> active(List<CastDecision> cast) {
        return cast.stream()
                .map(CastDecision::person)
                .distinct()
                .filter(person -> people.findActive(person).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }
}
