package io.imprimatur.identity.internal;

import io.imprimatur.identity.Groups;
import io.imprimatur.identity.Person;
import io.imprimatur.platform.CannotStart;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Before the first request: people of the demonstration where they belong, an administrator everywhere. Without a member of
 * {@code camunda-admin} the engine's web application lets anybody make himself one (CVE-2026-77226).
 */
@Component
class PeopleAtStart implements SmartInitializingSingleton {
    private static final int SHORTEST_PASSWORD = 12;
    /** What bcrypt reads of a password, in bytes. */
    private static final int LONGEST_PASSWORD = 72;

    private final PersonStore people;
    private final ObjectProvider<DemoPeople> demoPeople;
    private final IdentityProperties.FirstAdmin firstAdmin;

    PeopleAtStart(PersonStore people, ObjectProvider<DemoPeople> demoPeople, IdentityProperties properties) {
        this.people = people;
        this.demoPeople = demoPeople;
        this.firstAdmin = properties.firstAdmin();
    }

    @Override
    public void afterSingletonsInstantiated() {
        demoPeople.stream().flatMap(demo -> demo.all().stream()).forEach(this::createMissing);
        if (demoPeople.stream().findAny().isEmpty()) {
            refuseDemoPasswords();
        }
        createFirstAdmin();
        if (people.inGroup(Groups.ADMINS).isEmpty()) {
            throw new CannotStart("Nobody is in the group " + Groups.ADMINS
                    + ": set IMPRIMATUR_ADMIN_PASSWORD, and the next start creates an administrator.");
        }
    }

    private void createMissing(Person person) {
        if (people.find(person.id()).isEmpty()) {
            people.create(person, person.id());
        }
    }

    private void refuseDemoPasswords() {
        for (var person : Demo.PEOPLE) {
            if (people.passwordMatches(person.id(), person.id())) {
                throw new CannotStart("The account " + person.id()
                        + " still has the password of the demonstration: give it another one or deactivate it.");
            }
        }
    }

    private void createFirstAdmin() {
        var password = firstAdmin.password();
        if (password == null
                || password.isEmpty()
                || !people.inGroup(Groups.ADMINS).isEmpty()) {
            return;
        }
        if (password.length() < SHORTEST_PASSWORD
                || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
            throw new CannotStart("IMPRIMATUR_ADMIN_PASSWORD needs at least " + SHORTEST_PASSWORD
                    + " characters and at most " + LONGEST_PASSWORD + " bytes.");
        }
        people.create(
                new Person(
                        firstAdmin.id(),
                        firstAdmin.displayName(),
                        firstAdmin.email(),
                        Set.of(Groups.ADMINS, Groups.OPERATORS)),
                password);
    }
}
