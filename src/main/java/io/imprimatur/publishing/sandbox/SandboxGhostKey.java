package io.imprimatur.publishing.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The admin key of the sandbox's Ghost, and how Ghost checks the tokens that are made from it. */
final class SandboxGhostKey {
    private static final String ID = "5f0c4a1b2c3d4e5f60718293";
    private static final String SECRET = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    static final String ADMIN_KEY = ID + ":" + SECRET;

    private static final long LONGEST_SECONDS = 300;

    private final ObjectMapper json = new ObjectMapper();
    private final Clock clock;

    SandboxGhostKey(Clock clock) {
        this.clock = clock;
    }

    /** Ghost's answer to a call without a good token; null to one with a good token. */
    @Nullable
    SandboxAnswer refusal(String authorization) {
        if (!authorization.startsWith("Ghost ")) {
            return SandboxGhostErrors.of(403, "NoPermissionError", "Authorization failed", null);
        }
        var token = authorization.substring("Ghost ".length()).split("\\.", -1);
        try {
            var head = part(token[0]);
            if (!head.path("kid").asText().equals(ID)) {
                return unauthorized("Unknown Admin API Key", "UNKNOWN_ADMIN_API_KEY");
            }
            var given = Base64.getUrlDecoder().decode(token[2]);
            if (!head.path("alg").asText().equals("HS256")
                    || !MessageDigest.isEqual(given, signature(token[0] + "." + token[1]))) {
                return unauthorized("Invalid token: invalid signature", "INVALID_JWT");
            }
            return claimsRefusal(part(token[1]));
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException noToken) {
            return SandboxGhostErrors.of(400, "BadRequestError", "Invalid token", "INVALID_JWT");
        }
    }

    private @Nullable SandboxAnswer claimsRefusal(JsonNode claims) {
        var now = clock.instant().getEpochSecond();
        var issued = claims.path("iat").asLong();
        if (!claims.path("aud").asText().equals("/admin/")) {
            return unauthorized("Invalid token: jwt audience invalid", "INVALID_JWT");
        }
        return claims.path("exp").asLong() <= now || now - issued > LONGEST_SECONDS
                ? unauthorized("Invalid token: jwt expired", "INVALID_JWT")
                : null;
    }

    private JsonNode part(String encoded) throws IOException {
        return json.readTree(Base64.getUrlDecoder().decode(encoded));
    }

    private static byte[] signature(String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(SECRET), "HmacSHA256"));
            return mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static SandboxAnswer unauthorized(String message, String code) {
        return SandboxGhostErrors.of(401, "UnauthorizedError", message, code);
    }
}
