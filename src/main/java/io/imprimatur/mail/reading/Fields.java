package io.imprimatur.mail.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header of a mail or of a part of it.
 *
 * @param all in order, topmost first
 * @param clean whether every line of it was a field, within the bound of their number; where not,
 *     two readers may see two headers
 * @param end offset of the body
 */
record Fields(List<Field> all, boolean clean, int end) {

    Fields {
        all = List.copyOf(all);
    }

    List<String> raw(String name) {
        return all.stream().filter(field -> field.is(name)).map(Field::raw).toList();
    }

    Optional<String> first(String name) {
        return all.stream().filter(field -> field.is(name)).map(Field::raw).findFirst();
    }

    /** Reads the header that starts at {@code from}, within the bounds. */
    static Fields read(byte[] raw, int from, int to, ReadingProperties bounds) {
        List<Field> fields = new ArrayList<>();
        boolean clean = true;
        StringBuilder field = new StringBuilder();
        int at = from;
        while (at < to) {
            int end = Bytes.lineEnd(raw, at, to);
            int next = Math.min(to, end + 1);
            int text = Bytes.withoutCarriageReturn(raw, at, end);
            if (text == at) {
                at = next;
                break;
            }
            boolean folded = raw[at] == ' ' || raw[at] == '\t';
            boolean envelopeLine = at == from && Bytes.startsWith(raw, at, text, "From ");
            if (!folded) {
                clean &= add(fields, field, bounds);
            }
            if (!envelopeLine) {
                int room = bounds.maxHeaderLength() + 1 - field.length();
                field.append(Decoding.plain(raw, at, Math.min(text, at + Math.max(0, room))));
            }
            at = next;
        }
        clean &= add(fields, field, bounds);
        return new Fields(fields, clean, at);
    }

    private static boolean add(List<Field> fields, StringBuilder text, ReadingProperties bounds) {
        if (text.isEmpty()) {
            return true;
        }
        String line = text.toString();
        text.setLength(0);
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon).stripTrailing();
        boolean proper = !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 127);
        if (!proper || fields.size() >= bounds.maxHeaders()) {
            return false;
        }
        boolean cut = line.length() > bounds.maxHeaderLength();
        fields.add(new Field(name, Decoding.oneLine(line.substring(colon + 1)), cut));
        return line.indexOf('\r') < 0 && line.indexOf('\0') < 0;
    }
}
