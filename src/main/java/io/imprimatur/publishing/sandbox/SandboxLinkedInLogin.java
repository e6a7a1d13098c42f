package io.imprimatur.publishing.sandbox;

import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** LinkedIn's login: whoever asks agrees at once. As most apps it gives no token to refresh with. */
final class SandboxLinkedInLogin {
    static final String AUTHORIZE = "/oauth/v2/authorization";
    static final String TOKENS = "/oauth/v2/accessToken";
    static final String CLIENT = "linkedin-app";
    static final String SECRET = "linkedin-secret";
    static final String TOKEN = "linkedin-token";

    private static final String CODE = "linkedin-code";
    private static final int SIXTY_DAYS = 5_184_000;

    SandboxAnswer agreed(SandboxRequest request) {
        if (!request.parameter("client_id").equals(CLIENT)) {
            return SandboxLinkedInErrors.error(400, "INVALID_CLIENT_ID", "The passed in client_id is invalid");
        }
        var back = UriComponentsBuilder.fromUriString(request.parameter("redirect_uri"))
                .queryParam("code", CODE)
                .queryParam("state", "{state}")
                .encode()
                .buildAndExpand(request.parameter("state"))
                .toUriString();
        return SandboxAnswer.empty(302).with("Location", back);
    }

    SandboxAnswer token(SandboxRequest request) {
        var form = request.form();
        if (!CLIENT.equals(form.get("client_id")) || !SECRET.equals(form.get("client_secret"))) {
            return SandboxAnswer.json(401, Map.of("error", "invalid_client"));
        }
        return CODE.equals(form.get("code")) && "authorization_code".equals(form.get("grant_type"))
                ? SandboxAnswer.json(
                        200,
                        Map.of(
                                "access_token",
                                TOKEN,
                                "expires_in",
                                SIXTY_DAYS,
                                "scope",
                                "r_organization_social,w_organization_social"))
                : SandboxAnswer.json(400, Map.of("error", "invalid_request"));
    }
}
