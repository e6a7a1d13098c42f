package io.imprimatur.publishing.sandbox;

import java.util.List;
import java.util.Map;

/** One platform of the sandbox. It is called by one thread at a time. */
public interface SandboxPlatform {
    /** The platform's key; its address is {@code <sandbox>/<key>}. */
    String key();

    /** The fields of an account that works here, secrets too. */
    Map<String, String> account(String baseUrl);

    /** Answers one request as the platform would. */
    SandboxAnswer answer(SandboxRequest request);

    /** Whether the request could make a post public, or half of one: what faults are switched on for. */
    default boolean writes(SandboxRequest request) {
        return !request.method().equals("GET");
    }

    /** What readers see now, oldest first. */
    List<SandboxPost> posts();

    /** Changes the text of a post, as somebody could on the platform. */
    void vandalise(String id);

    /** Removes a post, as the platform's moderators could. */
    void remove(String id);

    /** How this platform says that too much was asked of it. */
    default SandboxAnswer throttled() {
        return SandboxAnswer.json(429, Map.of("error", "Too many requests")).with("Retry-After", "120");
    }

    /** How this platform says that the token expired. */
    default SandboxAnswer expired() {
        return SandboxAnswer.json(401, Map.of("error", "The access token expired"));
    }

    /** How this platform refuses a text that it has already. */
    default SandboxAnswer duplicate() {
        return SandboxAnswer.json(403, Map.of("error", "Duplicate"));
    }
}
