package io.imprimatur.flow.internal.library;

import io.imprimatur.identity.Groups;
import io.imprimatur.identity.People;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Groups that can review: all of the house but those that write, run the machine, or administer the engine. */
@Component
public final class ReviewGroups {
    private static final Set<String> NO_REVIEWERS = Set.of(Groups.AUTHORS, Groups.OPERATORS, Groups.ADMINS);

    private final People people;

    ReviewGroups(People people) {
        this.people = people;
    }

    /** By name. */
    public List<String> names() {
        return people.groups().stream()
                .filter(group -> !NO_REVIEWERS.contains(group))
                .sorted()
                .toList();
    }
}
