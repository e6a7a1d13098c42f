package io.imprimatur.identity.internal;

import io.imprimatur.identity.Person;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Exists where the people of the demonstration do. */
@Component
@Profile({"local", "test"})
class DemoPeople {
    List<Person> all() {
        return Demo.PEOPLE;
    }
}
