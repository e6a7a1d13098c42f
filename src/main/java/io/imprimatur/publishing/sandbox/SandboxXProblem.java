package io.imprimatur.publishing.sandbox;

import java.util.List;
import java.util.Map;

/** X's problem details (RFC 9457, and docs.x.com/x-api/fundamentals/response-codes-and-errors). */
final class SandboxXProblem {
    private static final String PROBLEMS = "https://api.twitter.com/2/problems/";

    private SandboxXProblem() {}

    static SandboxAnswer of(int status, String title, String detail) {
        return SandboxAnswer.json(
                status, Map.of("title", title, "detail", detail, "type", "about:blank", "status", status));
    }

    static SandboxAnswer invalid(String parameter, String value, String message) {
        return SandboxAnswer.json(
                400,
                Map.of(
                        "errors",
                        List.of(Map.of("parameters", Map.of(parameter, List.of(value)), "message", message)),
                        "title",
                        "Invalid Request",
                        "detail",
                        "One or more parameters to your request was invalid.",
                        "type",
                        PROBLEMS + "invalid-request"));
    }

    static Map<String, String> missing(String id) {
        return Map.of(
                "value",
                id,
                "resource_id",
                id,
                "parameter",
                "id",
                "resource_type",
                "tweet",
                "title",
                "Not Found Error",
                "detail",
                "Could not find tweet with id: [" + id + "].",
                "type",
                PROBLEMS + "resource-not-found");
    }
}
