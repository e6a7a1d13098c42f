package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;

/** Errors as LinkedIn words them. */
final class SandboxLinkedInErrors {
    private SandboxLinkedInErrors() {}

    static SandboxAnswer error(int status, String code, String message) {
        return SandboxAnswer.json(status, Map.of("status", status, "code", code, "message", message));
    }

    static SandboxAnswer forbidden(String resource) {
        var error = JsonNodeFactory.instance.objectNode();
        error.put("status", 403).put("serviceErrorCode", 100).put("code", "ACCESS_DENIED");
        return SandboxAnswer.json(403, error.put("message", "Not enough permissions to access: " + resource));
    }

    static SandboxAnswer duplicateOf(String urn) {
        var error = JsonNodeFactory.instance.objectNode();
        error.put("errorDetailType", "com.linkedin.common.error.BadRequest");
        error.put(
                "message",
                "com.linkedin.content.common.exception.BadRequestResponseException: Content is a duplicate of " + urn);
        error.putObject("errorDetails")
                .putArray("inputErrors")
                .addObject()
                .put("description", "Duplicate post is detected")
                .put("code", "DUPLICATE_POST");
        return SandboxAnswer.json(422, error.put("status", 422));
    }
}
