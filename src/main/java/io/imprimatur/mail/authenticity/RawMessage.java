package io.imprimatur.mail.authenticity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Header fields and body of a message whose header section every reader understands alike. Readers differ in what they
 * make of a malformed one, and a verified signature must be about the fields that are acted on; so such mail is not read.
 */
record RawMessage(List<HeaderField> fields, byte[] body) {
    /**
     * @param maxHeader bytes of the header section
     * @return nothing unless all lines end alike and each is a field or its continuation (RFC 5322, section 2.2)
     */
    static Optional<RawMessage> read(byte[] raw, long maxHeader) {
        var lines = wire(raw);
        var fields = new ArrayList<HeaderField>();
        int at = 0;
        while (at < lines.length) {
            int end = endOfField(lines, at);
            if (end < 0 || end > maxHeader) {
                return Optional.empty();
            }
            if (end == at) {
                return Optional.of(new RawMessage(List.copyOf(fields), tail(lines, at + 2)));
            }
            var field = field(new String(lines, at, end - at, StandardCharsets.ISO_8859_1));
            if (field == null) {
                return Optional.empty();
            }
            fields.add(field);
            at = end + 2;
        }
        return Optional.empty();
    }

    /** Topmost first. */
    List<HeaderField> all(String name) {
        return fields.stream().filter(field -> field.is(name)).toList();
    }

    /** Where CRLF ends the field, with the lines that continue it; -1 for a line that ends otherwise, or never. */
    private static int endOfField(byte[] lines, int from) {
        for (int at = from; at + 1 < lines.length; at++) {
            if (lines[at] == '\n' || lines[at] == 0) {
                return -1;
            }
            if (lines[at] == '\r') {
                if (lines[at + 1] != '\n') {
                    return -1;
                }
                if (at == from || at + 2 >= lines.length || lines[at + 2] != ' ' && lines[at + 2] != '\t') {
                    return at;
                }
                at++;
            }
        }
        return -1;
    }

    private static @org.jspecify.annotations.Nullable HeaderField field(String raw) {
        int colon = raw.indexOf(':');
        if (colon <= 0 || !raw.substring(0, colon).chars().allMatch(c -> c > 32 && c < 127)) {
            return null;
        }
        return new HeaderField(raw.substring(0, colon), raw);
    }

    /** Some stores keep mail with line feeds only; a signature is made over what travelled, which has CRLF. */
    private static byte[] wire(byte[] raw) {
        int feeds = 0;
        for (byte b : raw) {
            if (b == '\r') {
                return raw;
            }
            feeds += b == '\n' ? 1 : 0;
        }
        var wire = new byte[raw.length + feeds];
        int to = 0;
        for (byte b : raw) {
            if (b == '\n') {
                wire[to++] = '\r';
            }
            wire[to++] = b;
        }
        return wire;
    }

    private static byte[] tail(byte[] lines, int from) {
        return java.util.Arrays.copyOfRange(lines, Math.min(from, lines.length), lines.length);
    }
}
