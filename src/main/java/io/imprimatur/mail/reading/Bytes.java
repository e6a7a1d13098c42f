package io.imprimatur.mail.reading;

/** Lines in bytes. */
final class Bytes {

    private Bytes() {}

    /** Offset of the line feed that ends the line, or the end. */
    static int lineEnd(byte[] raw, int from, int to) {
        int at = from;
        while (at < to && raw[at] != '\n') {
            at++;
        }
        return at;
    }

    static int withoutCarriageReturn(byte[] raw, int from, int end) {
        return end > from && raw[end - 1] == '\r' ? end - 1 : end;
    }

    static boolean startsWith(byte[] raw, int from, int to, String ascii) {
        if (to - from < ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (raw[from + i] != (byte) ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
