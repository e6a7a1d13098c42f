package io.imprimatur.mail.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.Base64;
import org.springframework.mock.env.MockEnvironment;

/** Signers with one key for tests of other packages; its selector is {@code s1}. */
public final class Signers {
    private static final KeyPair KEY = key();

    private Signers() {}

    /** @param domain that signs, also that of the sender */
    public static Signer of(String domain) {
        try {
            var file = keyFile();
            try {
                return new DkimSigner(
                        new SigningProperties(domain, "s1", file.toString()),
                        new MockEnvironment().withProperty("imprimatur.mail.from", "imprimatur@" + domain),
                        Clock.systemUTC());
            } finally {
                Files.delete(file);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A new file with the private key as an operator has it. */
    public static Path keyFile() {
        try {
            return Files.writeString(
                    Files.createTempFile("dkim", ".pem"),
                    "-----BEGIN PRIVATE KEY-----\n"
                            + Base64.getMimeEncoder()
                                    .encodeToString(KEY.getPrivate().getEncoded())
                            + "\n-----END PRIVATE KEY-----\n");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What is published of the key. */
    public static String record() {
        return "v=DKIM1; k=rsa; p="
                + Base64.getEncoder().encodeToString(KEY.getPublic().getEncoded());
    }

    private static KeyPair key() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
