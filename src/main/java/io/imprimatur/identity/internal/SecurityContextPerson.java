package io.imprimatur.identity.internal;

import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.identity.People;
import io.imprimatur.identity.Person;
import io.imprimatur.platform.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/** Asks the store each time, so that a lost group or a deactivation counts from the next request on. */
@Component
class SecurityContextPerson implements CurrentPerson {
    private final People people;

    SecurityContextPerson(People people) {
        this.people = people;
    }

    @Override
    public Optional<Person> get() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        return people.findActive(authentication.getName());
    }

    @Override
    public Person require() {
        return get().orElseThrow(() -> Refusal.forbidden("not-logged-in", "Log in first."));
    }

    @Override
    public void runAs(Person person, Runnable work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(person.id(), null, List.of())));
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
