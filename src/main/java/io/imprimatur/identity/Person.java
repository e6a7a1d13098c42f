package io.imprimatur.identity;

import java.util.Set;

/**
 * Somebody who may log in.
 *
 * @param id login name, {@code [a-z0-9._-]{1,64}}
 * @param email address for notices
 * @param groups names from {@link Groups} or of further review groups
 */
public record Person(String id, String displayName, String email, Set<String> groups) {
    public Person {
        groups = Set.copyOf(groups);
    }

    public boolean isIn(String group) {
        return groups.contains(group);
    }
}
