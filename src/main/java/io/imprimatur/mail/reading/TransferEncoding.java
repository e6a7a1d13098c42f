package io.imprimatur.mail.reading;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;

/** Transfer encodings of RFC 2045 section 6, read leniently: what makes no sense is left out or left as it is. */
final class TransferEncoding {

    private TransferEncoding() {}

    /** The first {@code most} bytes of a body, decoded. */
    static byte[] decode(byte[] raw, int from, int to, String encoding, int most) {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "base64" -> base64(raw, from, to, most);
            case "quoted-printable" -> quotedPrintable(raw, from, to, most);
            default -> Arrays.copyOfRange(raw, from, Math.min(to, from + most));
        };
    }

    private static byte[] base64(byte[] raw, int from, int to, int most) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (int at = from; at < to && out.size() < most && raw[at] != '='; at++) {
            int value = sextet(raw[at]);
            if (value >= 0) {
                held = held << 6 | value;
                bits += 6;
                if (bits >= 8) {
                    bits -= 8;
                    out.write(held >> bits);
                    held &= (1 << bits) - 1;
                }
            }
        }
        return out.toByteArray();
    }

    private static int sextet(byte c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        } else if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        } else if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    }

    private static byte[] quotedPrintable(byte[] raw, int from, int to, int most) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = from; at < to && out.size() < most; at++) {
            if (raw[at] != '=') {
                out.write(raw[at]);
                continue;
            }
            int end = blankUntil(raw, at + 1, to);
            if (end < to && raw[end] == '\n') {
                at = end;
            } else if (at + 2 < to && hex(raw[at + 1]) >= 0 && hex(raw[at + 2]) >= 0) {
                out.write(hex(raw[at + 1]) << 4 | hex(raw[at + 2]));
                at += 2;
            } else {
                out.write('=');
            }
        }
        return out.toByteArray();
    }

    /** Transport may leave blanks behind a soft break; no line has many of them. */
    private static int blankUntil(byte[] raw, int from, int to) {
        int at = from;
        while (at < Math.min(to, from + 80) && (raw[at] == ' ' || raw[at] == '\t' || raw[at] == '\r')) {
            at++;
        }
        return at;
    }

    private static int hex(byte c) {
        return Character.digit(c, 16);
    }
}
