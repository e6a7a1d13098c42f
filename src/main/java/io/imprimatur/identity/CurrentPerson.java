package io.imprimatur.identity;

import java.util.Optional;

/** Who is asking, from the security context of the running request. */
public interface CurrentPerson {
    Optional<Person> get();

    /** @throws io.imprimatur.platform.Refusal (403, {@code not-logged-in}) when nobody is */
    Person require();

    /** Runs work in the name of that person, as a reply by mail or a sample needs it. */
    void runAs(Person person, Runnable work);
}
