package io.imprimatur.publishing.channel;

import io.imprimatur.platform.Sha256;

/** An image as a platform serves it. */
public final class Picture {
    private final String type;
    private final byte[] bytes;

    /** @param type its media type */
    public Picture(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes.clone();
    }

    public String type() {
        return type;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** In lower-case hexadecimal. */
    public String sha256() {
        return Sha256.hex(bytes);
    }
}
