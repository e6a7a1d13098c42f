package io.imprimatur.publishing.sandbox;

import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** Facebook's login: whoever asks agrees at once; then codes and tokens are exchanged as the platform does. */
final class SandboxFacebookLogin {
    static final String CLIENT = "facebook-app";
    static final String SECRET = "facebook-secret";
    static final String PAGE_TOKEN = "facebook-page-token";

    private static final String CODE = "facebook-code";
    private static final String SHORT_LIVED = "facebook-person-token";
    private static final String LONG_LIVED = "facebook-person-token-of-60-days";

    /** Whether it can be asked without the page's token. */
    boolean isPartOf(String path, SandboxRequest request) {
        return path.equals("dialog/oauth")
                || path.equals("oauth/access_token")
                || (path.equals(SandboxFacebook.PAGE) && request.method().equals("GET"));
    }

    SandboxAnswer answer(String path, SandboxRequest request) {
        return switch (path) {
            case "dialog/oauth" -> agreed(request);
            case "oauth/access_token" ->
                token(request, request.method().equals("POST") ? request.form() : request.query());
            default -> page(request);
        };
    }

    private static SandboxAnswer agreed(SandboxRequest request) {
        if (!request.parameter("client_id").equals(CLIENT)) {
            return SandboxGraphError.of(400, 101, 0, "OAuthException", "Invalid App ID");
        }
        var back = UriComponentsBuilder.fromUriString(request.parameter("redirect_uri"))
                .queryParam("code", CODE)
                .queryParam("state", "{state}")
                .encode()
                .buildAndExpand(request.parameter("state"))
                .toUriString();
        return SandboxAnswer.empty(302).with("Location", back);
    }

    private static SandboxAnswer token(SandboxRequest request, Map<String, String> given) {
        if (!CLIENT.equals(given.get("client_id")) || !SECRET.equals(given.get("client_secret"))) {
            return SandboxGraphError.of(400, 1, 0, "OAuthException", "Error validating client secret.");
        }
        if (CODE.equals(given.get("code"))) {
            return granted(SHORT_LIVED, 5_000);
        }
        return "fb_exchange_token".equals(given.get("grant_type")) && SHORT_LIVED.equals(given.get("fb_exchange_token"))
                ? granted(LONG_LIVED, 5_184_000)
                : SandboxGraphError.of(400, 100, 36009, "OAuthException", "This authorization code has been used.");
    }

    private static SandboxAnswer page(SandboxRequest request) {
        return switch (request.header("Authorization")) {
            case "Bearer " + LONG_LIVED ->
                SandboxAnswer.json(200, Map.of("access_token", PAGE_TOKEN, "id", SandboxFacebook.PAGE));
            case "Bearer " + PAGE_TOKEN ->
                SandboxAnswer.json(200, Map.of("id", SandboxFacebook.PAGE, "name", "Our hospital"));
            default -> SandboxGraphError.of(400, 190, 0, "OAuthException", "Invalid OAuth access token");
        };
    }

    private static SandboxAnswer granted(String token, int seconds) {
        return SandboxAnswer.json(200, Map.of("access_token", token, "token_type", "bearer", "expires_in", seconds));
    }
}
