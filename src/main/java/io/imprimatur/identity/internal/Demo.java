package io.imprimatur.identity.internal;

import io.imprimatur.identity.Groups;
import io.imprimatur.identity.Person;
import java.util.List;
import java.util.Set;

/** The people of the demonstration; each one's password is the id, so they exist nowhere else. */
final class Demo {
    static final List<Person> PEOPLE = List.of(
            person("author", "Anna Author", Groups.AUTHORS),
            person("legal", "Leon Legal", Groups.LEGAL),
            person("clinical", "Clara Clinical", Groups.CLINICAL),
            person("manager", "Mara Manager", Groups.MANAGERS),
            person("compliance", "Colin Compliance", Groups.COMPLIANCE),
            person("privacy", "Petra Privacy", Groups.COMPLIANCE),
            person("admin", "Adam Admin", Groups.ADMINS, Groups.OPERATORS));

    private static Person person(String id, String displayName, String... groups) {
        return new Person(id, displayName, id + "@imprimatur.local", Set.of(groups));
    }

    private Demo() {}
}
