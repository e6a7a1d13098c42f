package io.imprimatur.mail.internal;

import io.imprimatur.flow.FlowTask;
import io.imprimatur.identity.Groups;
import io.imprimatur.identity.People;
import io.imprimatur.identity.Person;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Who hears that a task has waited too long: the heads of its groups, and managers. */
@Component
class Heads {
    private final People people;
    private final MailProperties properties;

    Heads(People people, MailProperties properties) {
        this.people = people;
        this.properties = properties;
    }

    /** Ids of active people. */
    Set<String> over(FlowTask task) {
        var heads = new TreeSet<String>();
        task.candidateGroups().forEach(group -> {
            var head = properties.heads().get(group);
            if (head != null) {
                people.findActive(head).map(Person::id).ifPresent(heads::add);
            }
        });
        people.inGroup(Groups.MANAGERS).forEach(manager -> heads.add(manager.id()));
        return heads;
    }
}
