package io.imprimatur.publishing.fault;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The bytes of an HTTP/1.1 request or answer whose length is known from its head. */
record HttpMessage(byte[] head, byte[] body) {
    /** @return null when the connection ended instead */
    static @Nullable HttpMessage read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        var end = 0;
        while (end < 4) {
            var next = in.read();
            if (next < 0) {
                return null;
            }
            head.write(next);
            if (next == (end % 2 == 0 ? '\r' : '\n')) {
                end++;
            } else {
                end = next == '\r' ? 1 : 0;
            }
        }
        var length = length(head.toString(StandardCharsets.ISO_8859_1));
        var body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("The connection ended in a body");
        }
        return new HttpMessage(head.toByteArray(), body);
    }

    /** Of a request: its method. */
    String method() {
        return firstLine().split(" ", 3)[0];
    }

    /** Of a request: its method, path and query. */
    String line() {
        return firstLine().replaceFirst(" HTTP/1.1$", "");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    void write(OutputStream out) throws IOException {
        write(out, head.length + body.length);
    }

    void writeHalfOfHead(OutputStream out) throws IOException {
        write(out, head.length / 2);
    }

    /** Of one without a body, all of its head but the last line end. */
    void writeHalfOfBody(OutputStream out) throws IOException {
        write(out, body.length == 0 ? head.length - 2 : head.length + body.length / 2);
    }

    private void write(OutputStream out, int length) throws IOException {
        out.write(head, 0, Math.min(length, head.length));
        out.write(body, 0, Math.max(0, length - head.length));
        out.flush();
    }

    private String firstLine() {
        var text = new String(head, StandardCharsets.ISO_8859_1);
        return text.substring(0, text.indexOf('\r'));
    }

    private static int length(String head) throws IOException {
        for (var line : head.split("\r\n")) {
            var lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("transfer-encoding:")) {
                throw new IOException("A body of unknown length");
            }
            if (lower.startsWith("content-length:")) {
                return Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return 0;
    }
}
