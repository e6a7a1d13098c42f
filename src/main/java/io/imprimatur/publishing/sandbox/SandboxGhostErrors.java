package io.imprimatur.publishing.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Errors in Ghost's form. */
final class SandboxGhostErrors {
    private SandboxGhostErrors() {}

    static SandboxAnswer of(int status, String type, String context, @Nullable String code) {
        var error = new HashMap<String, @Nullable Object>();
        error.put("message", context);
        error.put("context", context);
        error.put("type", type);
        error.put("code", code);
        return SandboxAnswer.json(status, Map.of("errors", List.of(error)));
    }

    static SandboxAnswer invalid() {
        return of(422, "ValidationError", "Validation failed.", null);
    }
}
