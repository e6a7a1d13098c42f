package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import java.util.Map;

/** An error as the Graph API words it. */
final class SandboxGraphError {
    private SandboxGraphError() {}

    /** @param subcode 0 for none */
    static SandboxAnswer of(int status, int code, int subcode, String type, String message) {
        var error = JsonNodeFactory.instance.objectNode();
        error.put("message", message).put("type", type).put("code", code).put("fbtrace_id", "A1b2C3d4E5f");
        if (subcode != 0) {
            error.put("error_subcode", subcode);
        }
        return SandboxAnswer.json(status, Map.of("error", error));
    }

    static SandboxAnswer doesNotExist(SandboxRequest request, String id) {
        return of(
                400,
                100,
                33,
                "GraphMethodException",
                "Unsupported " + request.method().toLowerCase(Locale.ROOT) + " request. Object with ID '" + id
                        + "' does not exist, cannot be loaded due to missing permissions, or does not support this"
                        + " operation");
    }
}
