package io.imprimatur.mail.signing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How outgoing mail is signed (RFC 6376). Nothing is signed unless all three are given.
 *
 * @param domain that signs: the one of the sender's address, or one above it
 * @param selector the key's name; its public half is published at {@code <selector>._domainkey.<domain>}
 * @param privateKeyFile path of an RSA key of at least 2048 bits, PKCS#8 in PEM
 */
@Validated
@ConfigurationProperties("imprimatur.mail.dkim")
record SigningProperties(
        @DefaultValue("") String domain, @DefaultValue("") String selector, @DefaultValue("") String privateKeyFile) {

    boolean isComplete() {
        return !domain.isBlank() && !selector.isBlank() && !privateKeyFile.isBlank();
    }

    boolean isEmpty() {
        return domain.isBlank() && selector.isBlank() && privateKeyFile.isBlank();
    }
}
