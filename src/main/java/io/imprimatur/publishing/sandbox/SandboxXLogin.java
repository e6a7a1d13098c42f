package io.imprimatur.publishing.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.util.UriComponentsBuilder;

/** X's OAuth 2: whoever asks agrees at once; codes need their verifier; a refresh token works once. */
final class SandboxXLogin {
    static final String CLIENT = "x-client";
    static final String SECRET = "x-client-secret";

    /** How access tokens begin; all that do are known, so that they outlive a restart. */
    static final String ACCESS = "x-access-";

    private static final String REFRESH = "x-refresh-";
    private static final String AUTHORIZE = "/i/oauth2/authorize";
    private static final String TOKEN = "/2/oauth2/token";
    private static final int LIFETIME_SECONDS = 7_200;

    private final Map<String, String> challenges = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    boolean concerns(String path) {
        return path.equals(AUTHORIZE) || path.equals(TOKEN);
    }

    SandboxAnswer answer(SandboxRequest request) {
        return request.path().equals(AUTHORIZE) ? agreed(request.query()) : token(request);
    }

    boolean knows(String authorization) {
        return authorization.startsWith("Bearer " + ACCESS);
    }

    private SandboxAnswer agreed(Map<String, String> query) {
        if (!CLIENT.equals(query.get("client_id")) || !"S256".equals(query.get("code_challenge_method"))) {
            return error("invalid_request");
        }
        var code = UUID.randomUUID().toString();
        challenges.put(code, query.getOrDefault("code_challenge", ""));
        var back = UriComponentsBuilder.fromUriString(query.getOrDefault("redirect_uri", ""))
                .queryParam("state", "{state}")
                .queryParam("code", "{code}")
                .encode()
                .buildAndExpand(query.getOrDefault("state", ""), code);
        return SandboxAnswer.empty(302).with("Location", back.toUriString());
    }

    private SandboxAnswer token(SandboxRequest request) {
        var expected = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (!request.header("Authorization").equals("Basic " + expected)) {
            return SandboxAnswer.json(
                    401,
                    Map.of("error", "unauthorized_client", "error_description", "Missing valid authorization header"));
        }
        var form = request.form();
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> byCode(form);
            case "refresh_token" -> byRefreshToken(form.getOrDefault("refresh_token", ""));
            default -> error("unsupported_grant_type");
        };
    }

    private SandboxAnswer byCode(Map<String, String> form) {
        var challenge = challenges.remove(form.getOrDefault("code", ""));
        return challenge != null && challenge.equals(s256(form.getOrDefault("code_verifier", "")))
                ? granted()
                : error("invalid_request");
    }

    private SandboxAnswer byRefreshToken(String token) {
        return token.startsWith(REFRESH) && used.add(token) ? granted() : error("invalid_request");
    }

    private static SandboxAnswer granted() {
        return SandboxAnswer.json(
                200,
                Map.of(
                        "token_type",
                        "bearer",
                        "expires_in",
                        LIFETIME_SECONDS,
                        "access_token",
                        ACCESS + UUID.randomUUID(),
                        "refresh_token",
                        REFRESH + UUID.randomUUID(),
                        "scope",
                        "tweet.read tweet.write users.read media.write offline.access"));
    }

    private static SandboxAnswer error(String error) {
        return SandboxAnswer.json(
                400, Map.of("error", error, "error_description", "Value passed for the token was invalid."));
    }

    private static String s256(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
