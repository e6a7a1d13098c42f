package io.imprimatur.mail.authenticity;

import java.nio.charset.StandardCharsets;

/**
 * One header field as it stands in the message.
 *
 * @param raw name, colon and value with its folding, one character for each byte, without the last line's end
 */
record HeaderField(String name, String raw) {
    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** What follows the colon, unfolded (RFC 5322, section 2.2.3). */
    String value() {
        return raw.substring(name.length() + 1).replace("\r\n", "");
    }

    byte[] bytes() {
        return raw.getBytes(StandardCharsets.ISO_8859_1);
    }
}
