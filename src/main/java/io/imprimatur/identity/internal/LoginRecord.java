package io.imprimatur.identity.internal;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.identity.People;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Logins in the ledger. Basic logs in with every request, so only its refusals are recorded. A name that nobody has is not
 * recorded: people mistype their password into that field.
 */
@Component
class LoginRecord {
    private static final String ANONYMOUS = "anonymous";

    private final Ledger ledger;
    private final People people;

    LoginRecord(Ledger ledger, People people) {
        this.ledger = ledger;
        this.people = people;
    }

    @EventListener
    @Transactional
    public void loggedIn(InteractiveAuthenticationSuccessEvent event) {
        var id = event.getAuthentication().getName();
        ledger.record(LedgerEntry.of(id, "LOGIN", "person:" + id));
    }

    @EventListener
    @Transactional
    public void loggedOut(LogoutSuccessEvent event) {
        var id = event.getAuthentication().getName();
        ledger.record(LedgerEntry.of(id, "LOGOUT", "person:" + id));
    }

    /**
     * @param name what was given as a name
     * @param throttled whether the next try will be refused unseen; those are not recorded one by one
     */
    @Transactional
    public void refused(String name, boolean throttled) {
        var subject = people.find(name).map(person -> "person:" + person.id()).orElse("person");
        ledger.record(
                LedgerEntry.of(ANONYMOUS, "LOGIN_REFUSED", subject).detail("throttled", String.valueOf(throttled)));
    }
}
