package io.imprimatur.platform.web;

import io.imprimatur.platform.Problems;
import org.springframework.http.ProblemDetail;

/** Says an HTTP status in words, for what no use case has a better sentence for. */
final class StatusSentences {
    private StatusSentences() {}

    static ProblemDetail problem(int status) {
        return switch (status) {
            case 400 ->
                Problems.of(
                        400, "bad-request", "The request has a value that does not fit; see the API's description.");
            case 401 -> Problems.of(401, "not-logged-in", "Log in first.");
            case 403 -> Problems.of(403, "not-allowed", "You are not allowed to do this.");
            case 404 -> Problems.of(404, "not-found", "There is nothing at this address, or you may not see it.");
            case 405 ->
                Problems.of(405, "method-not-allowed", "This address does not take this method; see the header Allow.");
            case 406 -> Problems.of(406, "not-acceptable", "The answer does not come in the format asked for.");
            case 409 ->
                Problems.of(
                        409, "conflict", "The request does not fit to the state that things are in; load it again.");
            case 412 -> Problems.of(412, "stale", "This was changed meanwhile; load it again and repeat your change.");
            case 413 -> Problems.of(413, "too-large", "What was sent is too large.");
            case 415 ->
                Problems.of(
                        415,
                        "unsupported-media-type",
                        "This address does not take this kind of data; see the API's description.");
            case 428 -> Problems.of(428, "precondition-required", "Say with If-Match which state you have changed.");
            case 429 -> Problems.of(429, "too-many-requests", "That was too often; wait a little and try again.");
            case 503 ->
                Problems.of(503, "unavailable", "This cannot be answered at the moment; try again in a few minutes.");
            default -> other(status);
        };
    }

    private static ProblemDetail other(int status) {
        if (status >= 400 && status < 500) {
            return Problems.of(status, "bad-request", "The request cannot be understood.");
        }
        var problem = Problems.of(
                500,
                "unexpected",
                "Something went wrong here; what was asked for did not happen. Tell an operator the correlation id.");
        CorrelationFilter.current().ifPresent(id -> problem.setProperty("correlationId", id));
        return problem;
    }
}
