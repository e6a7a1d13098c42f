package io.imprimatur.identity;

import java.util.List;
import java.util.Optional;

/** The one store of people. Somebody who was deactivated keeps the name, and is in no group any more. */
public interface People {
    /** Whoever has or had that id; somebody who was deactivated is in no group. */
    Optional<Person> find(String id);

    /** Like {@link #find}, but only who may still log in. */
    Optional<Person> findActive(String id);

    /** Active people of that group, by id. */
    List<Person> inGroup(String group);

    /** Active people, by id. */
    List<Person> all();

    /** Names of all groups, {@link Groups#ALL} and those that further people are in. */
    List<String> groups();

    /** Whether the password is that active person's; takes the same time for unknown people. */
    boolean passwordMatches(String id, String password);

    /** The name to show for an id; the id itself if nobody has it any more. */
    default String displayName(String id) {
        return find(id).map(Person::displayName).orElse(id);
    }
}
