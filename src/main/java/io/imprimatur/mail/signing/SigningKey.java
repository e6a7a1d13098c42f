package io.imprimatur.mail.signing;

import io.imprimatur.platform.CannotStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Reads the private key. What is wrong with it is said in a sentence that names the setting, not what the file holds. */
final class SigningKey {
    private static final String SETTING = "imprimatur.mail.dkim.private-key-file";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int SHORTEST = 2048;

    private SigningKey() {}

    /** @throws CannotStart when there is no key of sufficient length in it */
    static PrivateKey read(String file) {
        String pem;
        try {
            pem = Files.readString(Path.of(file), StandardCharsets.US_ASCII).strip();
        } catch (IOException | InvalidPathException unreadable) {
            throw new CannotStart(
                    SETTING + " names a file that cannot be read; the application's user must be allowed to.");
        }
        var key = decode(pem);
        if (key.getModulus().bitLength() < SHORTEST) {
            throw new CannotStart(SETTING + " holds a key of "
                    + key.getModulus().bitLength() + " bits; it needs at least " + SHORTEST + ".");
        }
        return key;
    }

    private static RSAPrivateKey decode(String pem) {
        if (pem.startsWith(BEGIN) && pem.endsWith(END)) {
            try {
                var der = Base64.getMimeDecoder().decode(pem.substring(BEGIN.length(), pem.length() - END.length()));
                if (KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der))
                        instanceof RSAPrivateKey key) {
                    return key;
                }
            } catch (GeneralSecurityException | IllegalArgumentException noKey) {
                throw new CannotStart(wrongKind());
            }
        }
        throw new CannotStart(wrongKind());
    }

    private static String wrongKind() {
        return SETTING + " must hold an unencrypted RSA key as PKCS#8 in PEM, beginning with " + BEGIN
                + "; make one with: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out dkim.pem";
    }
}
