package io.imprimatur.desk.pages;

import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.identity.Person;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** What the layout of every page asks about the person who looks at it; templates know it as {@code @visitor}. */
@Component("visitor")
public class Visitor {
    private final CurrentPerson currentPerson;
    private final HttpServletRequest request;
    private final boolean local;

    Visitor(CurrentPerson currentPerson, HttpServletRequest request, Environment environment) {
        this.currentPerson = currentPerson;
        this.request = request;
        this.local = environment.acceptsProfiles(Profiles.of("local"));
    }

    public boolean loggedIn() {
        return currentPerson.get().isPresent();
    }

    /** Whether demo people, inbox and samples are there. */
    public boolean local() {
        return local;
    }

    public String name() {
        return currentPerson.get().map(Person::displayName).orElse("");
    }

    public boolean isIn(String group) {
        return currentPerson.get().filter(person -> person.isIn(group)).isPresent();
    }

    /** The value of {@code aria-current} for a link to that path; null leaves the attribute out. */
    public @Nullable String here(String path) {
        String uri = request.getRequestURI();
        if (uri.equals(path)) {
            return "page";
        }
        return uri.startsWith(path + "/") ? "true" : null;
    }
}
