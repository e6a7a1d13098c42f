package io.imprimatur.mail.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a mail apart along its boundaries (RFC 2046 section 5.1). A mail has at most {@code maxParts} parts and
 * {@code maxNesting} levels; what lies beyond is not looked at. Each level is scanned once, so work is bounded by levels
 * times bytes.
 */
final class EntityReader {

    private final byte[] raw;
    private final ReadingProperties bounds;
    private int parts;

    private EntityReader(byte[] raw, ReadingProperties bounds) {
        this.raw = raw;
        this.bounds = bounds;
    }

    static Entity read(byte[] raw, ReadingProperties bounds) {
        return new EntityReader(raw, bounds).entity(0, raw.length, "text/plain", 0);
    }

    private Entity entity(int from, int to, String otherwise, int depth) {
        Fields fields = Fields.read(raw, from, to, bounds);
        ContentType type = ContentType.read(
                fields.first("Content-Type").filter(t -> !t.isBlank()).orElse(otherwise));
        int body = Math.min(fields.end(), to);
        String boundary = type.parameter("boundary");
        if (!type.multipart()) {
            return new Entity(fields, type, raw, body, to, List.of());
        }
        if (depth >= bounds.maxNesting()) {
            return new Entity(fields, type, raw, body, body, List.of());
        }
        String inner = type.value().equals("multipart/digest") ? "message/rfc822" : "text/plain";
        return new Entity(fields, type, raw, body, to, parts(body, to, "--" + boundary, inner, depth + 1));
    }

    private List<Entity> parts(int from, int to, String delimiter, String otherwise, int depth) {
        List<Entity> found = new ArrayList<>();
        if (delimiter.length() == 2) {
            return found;
        }
        int start = -1;
        for (int at = from; at < to && parts < bounds.maxParts(); ) {
            int end = Bytes.lineEnd(raw, at, to);
            if (delimits(at, end, delimiter)) {
                if (start >= 0) {
                    found.add(part(start, contentEnd(start, at), otherwise, depth));
                }
                boolean last = Bytes.startsWith(raw, at + delimiter.length(), end, "--");
                start = last ? -1 : Math.min(to, end + 1);
                if (last) {
                    break;
                }
            }
            at = end + 1;
        }
        if (start >= 0 && parts < bounds.maxParts()) {
            found.add(part(start, to, otherwise, depth));
        }
        return found;
    }

    private Entity part(int from, int to, String otherwise, int depth) {
        parts++;
        return entity(from, to, otherwise, depth);
    }

    /** A boundary may be the beginning of another one, so nothing but blanks or the closing dashes may follow. */
    private boolean delimits(int at, int end, String delimiter) {
        if (!Bytes.startsWith(raw, at, end, delimiter)) {
            return false;
        }
        int rest = at + delimiter.length();
        return Bytes.startsWith(raw, rest, end, "--")
                || Decoding.plain(raw, rest, Math.min(end, rest + 80)).isBlank();
    }

    private int contentEnd(int start, int delimiter) {
        int end = delimiter > start && raw[delimiter - 1] == '\n' ? delimiter - 1 : delimiter;
        return Bytes.withoutCarriageReturn(raw, start, end);
    }
}
