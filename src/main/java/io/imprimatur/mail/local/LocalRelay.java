package io.imprimatur.mail.local;

import io.imprimatur.mail.authenticity.TrustedRelay;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Vouches for replies that are written on the inbox page, by a secret that lives as long as the process. */
@Component
@Profile("local")
public class LocalRelay implements TrustedRelay {
    private static final int BITS = 160;

    private final String value =
            new BigInteger(BITS, new SecureRandom()).setBit(BITS).toString(Character.MAX_RADIX);

    @Override
    public String header() {
        return "X-Imprimatur-Local-Inbox";
    }

    @Override
    public String value() {
        return value;
    }
}
