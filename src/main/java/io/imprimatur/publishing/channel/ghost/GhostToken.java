package io.imprimatur.publishing.channel.ghost;

import io.imprimatur.publishing.channel.AccountUnusable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the token of one call from an admin key (docs.ghost.org/admin-api, "Token authentication"): a JSON Web Token by RFC
 * 7519, signed with HMAC-SHA256.
 */
final class GhostToken {
    /** Ghost takes none that lasts longer. */
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final Pattern KEY = Pattern.compile("([0-9a-f]{24}):((?:[0-9a-f]{2}){16,128})");
    private static final String ALGORITHM = "HmacSHA256";

    private GhostToken() {}

    /**
     * @param adminKey {@code id:secret}, both hexadecimal
     * @throws AccountUnusable when it is no admin key
     */
    static String of(String adminKey, Instant now) {
        var key = KEY.matcher(adminKey.strip());
        if (!key.matches()) {
            throw AccountUnusable.untilConnectedAgain("credentials-refused");
        }
        var issued = now.getEpochSecond();
        var header = "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + key.group(1) + "\"}";
        var claims = "{\"iat\":" + issued + ",\"exp\":" + (issued + LIFETIME.toSeconds()) + ",\"aud\":\"/admin/\"}";
        var signed = encoded(ascii(header)) + "." + encoded(ascii(claims));
        return signed + "." + encoded(signature(HexFormat.of().parseHex(key.group(2)), signed));
    }

    private static byte[] signature(byte[] secret, String signed) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(ascii(signed));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
