package io.imprimatur.publishing.channel.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.MediaType;

/** A body of the type {@code multipart/form-data} (RFC 7578). */
public final class Multipart {
    private final String boundary = "imprimatur-" + UUID.randomUUID();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public Multipart text(String name, String value) {
        part("name=\"" + name + "\"", "text/plain; charset=UTF-8", value.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** @param fileName of ASCII letters, digits, dots and hyphens */
    public Multipart file(String name, String fileName, String type, byte[] bytes) {
        part("name=\"" + name + "\"; filename=\"" + fileName + "\"", type, bytes);
        return this;
    }

    public MediaType type() {
        return MediaType.parseMediaType("multipart/form-data; boundary=" + boundary);
    }

    public byte[] bytes() {
        var all = new ByteArrayOutputStream(body.size() + boundary.length() + 8);
        all.writeBytes(body.toByteArray());
        all.writeBytes(ascii("--" + boundary + "--\r\n"));
        return all.toByteArray();
    }

    private void part(String disposition, String type, byte[] bytes) {
        body.writeBytes(ascii("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition
                + "\r\nContent-Type: " + type + "\r\n\r\n"));
        body.writeBytes(bytes);
        body.writeBytes(ascii("\r\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
