package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sessions of a personal data server: opened with the app password, or by a refresh token; none outlives a restart. */
final class SandboxBlueskySessions {
    static final String HANDLE = "clinic.test";
    static final String PASSWORD = "abcd-efgh-ijkl-mnop";
    static final String DID = "did:plc:2sandbox2sandbox2sandbox";

    private static final String ACCESS = "access-";
    private static final String REFRESH = "refresh-";

    private final Set<String> tokens = new HashSet<>();
    private int opened;

    void endAccessTokens() {
        tokens.removeIf(token -> token.startsWith(ACCESS));
    }

    void end() {
        tokens.clear();
    }

    SandboxAnswer create(JsonNode given) {
        return given.path("identifier").asText().equals(HANDLE)
                        && given.path("password").asText().equals(PASSWORD)
                ? open()
                : SandboxBluesky.error(401, "AuthenticationRequired", "Invalid identifier or password");
    }

    SandboxAnswer refresh(SandboxRequest request) {
        var token = bearer(request);
        if (!token.startsWith(REFRESH)) {
            return unverified();
        }
        return tokens.contains(token) ? open() : SandboxBluesky.error(400, "ExpiredToken", "Token has been revoked");
    }

    /** Why a call that needs a session is not answered; empty when it has one. */
    Optional<SandboxAnswer> refusal(SandboxRequest request) {
        var token = bearer(request);
        if (token.isEmpty()) {
            return Optional.of(SandboxBluesky.error(401, "AuthMissing", "Authentication Required"));
        }
        if (!token.startsWith(ACCESS)) {
            return Optional.of(unverified());
        }
        return tokens.contains(token) ? Optional.empty() : Optional.of(expired());
    }

    static SandboxAnswer expired() {
        return SandboxBluesky.error(400, "ExpiredToken", "Token has expired");
    }

    private SandboxAnswer open() {
        opened++;
        tokens.add(ACCESS + opened);
        tokens.add(REFRESH + opened);
        return SandboxAnswer.json(
                200,
                Map.of(
                        "accessJwt",
                        ACCESS + opened,
                        "refreshJwt",
                        REFRESH + opened,
                        "did",
                        DID,
                        "handle",
                        HANDLE,
                        "active",
                        true));
    }

    private static SandboxAnswer unverified() {
        return SandboxBluesky.error(400, "InvalidToken", "Token could not be verified");
    }

    private static String bearer(SandboxRequest request) {
        return request.header("Authorization").replaceFirst("^Bearer ", "");
    }
}
