package io.imprimatur.publishing.internal;

import io.imprimatur.publishing.PublicationState;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a publication stands after a step.
 *
 * @param due after which time the worker acts on it; null: not by itself
 * @param report whether the process must hear of it
 */
record Change(
        PublicationState state,
        @Nullable String problem,
        boolean needsPerson,
        boolean accepted,
        int attempts,
        int looks,
        @Nullable String remoteId,
        @Nullable URI url,
        @Nullable Duration due,
        boolean report) {

    /** To that state, with nothing scheduled, no problem and nobody to ask. */
    static Change of(Row row, PublicationState state) {
        var now = row.publication();
        return new Change(
                state, null, false, false, now.attempts(), row.looks(), now.remoteId(), now.url(), null, false);
    }

    Change because(String code) {
        return new Change(state, code, needsPerson, accepted, attempts, looks, remoteId, url, due, report);
    }

    Change dueIn(Duration time) {
        return new Change(state, problem, needsPerson, accepted, attempts, looks, remoteId, url, time, report);
    }

    /** Tells the process, and is looked at again after that time. */
    Change checkIn(@Nullable Duration time) {
        return new Change(state, problem, needsPerson, accepted, attempts, looks, remoteId, url, time, true);
    }

    /** Leaves it to a person, and tells the process so. */
    Change forPerson() {
        return new Change(state, problem, true, accepted, attempts, looks, remoteId, url, null, true);
    }

    Change accept() {
        return new Change(state, problem, false, true, attempts, looks, remoteId, url, null, true);
    }

    Change reported() {
        return new Change(state, problem, needsPerson, accepted, attempts, looks, remoteId, url, due, true);
    }

    Change attempts(int number) {
        return new Change(state, problem, needsPerson, accepted, number, looks, remoteId, url, due, report);
    }

    Change looks(int number) {
        return new Change(state, problem, needsPerson, accepted, attempts, number, remoteId, url, due, report);
    }

    Change at(String id, URI address) {
        return new Change(state, problem, needsPerson, accepted, attempts, looks, id, address, due, report);
    }
}
