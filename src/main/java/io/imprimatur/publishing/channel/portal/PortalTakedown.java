package io.imprimatur.publishing.channel.portal;

import io.imprimatur.publishing.channel.Takedown;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;

/**
 * Takes a message down: it is first declared an error, without its text, in the version that was read, so that a portal which
 * keeps a copy learns of it; then it is deleted, where the server lets it be deleted.
 */
final class PortalTakedown {
    /** Somebody else may store another version in between; then it is read again. */
    private static final int TRIES = 3;

    private static final int NOT_IMPLEMENTED = 501;

    private final PortalApi api;

    PortalTakedown(PortalApi api) {
        this.api = api;
    }

    Takedown takeDown(String id) {
        for (int tried = 1; tried <= TRIES; tried++) {
            var found = api.read(id);
            if (found.reply().notFound()) {
                return new Takedown.Done();
            }
            var message = found.value();
            if (message == null) {
                return found.reply().notTakenDown();
            }
            if (message.getStatus() == CommunicationStatus.ENTEREDINERROR && !message.hasPayload()) {
                return delete(id);
            }
            var answer = api.update(error(message));
            if (answer.value() != null) {
                return delete(id);
            }
            if (answer.reply().notFound()) {
                return new Takedown.Done();
            }
            if (!answer.conflict()) {
                return answer.reply().notTakenDown();
            }
        }
        return new Takedown.Unavailable("changed-on-platform", null);
    }

    /** Without text and pictures; a server that keeps old versions has them in its history. */
    private static Communication error(Communication message) {
        var error = message.copy();
        error.setId(message.getIdElement());
        error.setStatus(CommunicationStatus.ENTEREDINERROR);
        error.setPayload(null);
        error.setTopic(null);
        error.setText(null);
        return error;
    }

    /** A server that refuses to delete, by its kind or by its rules, has it as an error: that is gone. */
    private Takedown delete(String id) {
        var answer = api.delete(id);
        var refused = answer.reply().refusal() != null || answer.reply().status() == NOT_IMPLEMENTED;
        return answer.value() != null || refused
                ? new Takedown.Done()
                : answer.reply().notTakenDown();
    }
}
