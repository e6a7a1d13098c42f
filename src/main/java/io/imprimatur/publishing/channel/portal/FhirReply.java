package io.imprimatur.publishing.channel.portal;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.imprimatur.publishing.channel.http.Exchange;
import io.imprimatur.publishing.channel.http.Reply;
import org.jspecify.annotations.Nullable;

/**
 * What became of a call to a FHIR server.
 *
 * @param value what the server answered; null unless it did what it was asked, in FHIR
 * @param reply why there is no value
 */
record FhirReply<T>(@Nullable T value, Reply reply) {
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    static <T> FhirReply<T> of(T value) {
        return new FhirReply<>(value, reply(new Exchange.Lost()));
    }

    static <T> FhirReply<T> without(Exchange exchange) {
        return new FhirReply<>(null, reply(exchange));
    }

    /** Whether the condition of the request, such as {@code If-Match}, was not met. Servers answer either. */
    boolean conflict() {
        return reply.status() == CONFLICT || reply.status() == PRECONDITION_FAILED;
    }

    private static Reply reply(Exchange exchange) {
        return new Reply(exchange, null, MissingNode.getInstance(), FhirErrors.READING);
    }

    /** FHIR's use of HTTP statuses (hl7.org/fhir/R4/http.html, "Create" and "Rejecting Updates"). */
    private enum FhirErrors implements Reply.Reading {
        READING;

        private static final int UNPROCESSABLE = 422;

        @Override
        public @Nullable String refusal(Reply reply) {
            return reply.status() == UNPROCESSABLE ? "platform-rejects-content" : reply.refusalByStatus();
        }
    }
}
