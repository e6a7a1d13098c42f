package io.imprimatur.mail.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The mail that came back within a bounce.
 *
 * @param fields headers of it, as far as they were sent back
 * @param explanation what the mail server wrote before it
 */
record Returned(List<Fields> fields, String explanation) {

    private static final int MOST_BYTES = 65_536;
    private static final int HEADER_LINES = 3;
    private static final Set<String> TYPES = Set.of(
            "message/rfc822",
            "message/global",
            "text/rfc822-headers",
            "message/rfc822-headers",
            "message/global-headers");
    private static final Set<String> USUAL = Set.of(
            "received", "return-path", "from", "to", "subject", "date", "message-id", "reply-to", "mime-version");

    Returned {
        fields = List.copyOf(fields);
    }

    static Returned in(IncomingMail mail) {
        List<Fields> attached = new ArrayList<>();
        mail.entity()
                .walk()
                .filter(part -> TYPES.contains(part.type().value()))
                .map(part -> part.bytes(MOST_BYTES))
                .forEach(bytes -> attached.add(Fields.read(bytes, 0, bytes.length, mail.bounds())));
        String text = mail.text();
        int header = headerWithin(text);
        if (header < 0) {
            return new Returned(attached, text);
        }
        byte[] rest = unquoted(text.substring(header)).getBytes(StandardCharsets.UTF_8);
        attached.add(Fields.read(rest, 0, rest.length, mail.bounds()));
        return new Returned(attached, text.substring(0, header));
    }

    /** Offset of the first of some lines that look like a header; -1 if there are none. */
    private static int headerWithin(String text) {
        int start = -1;
        int run = 0;
        int offset = 0;
        for (String line : text.split("\n", -1)) {
            String plain = unquoted(line);
            boolean field = usual(plain);
            boolean folded = run > 0 && (plain.startsWith(" ") || plain.startsWith("\t"));
            if (field) {
                start = run == 0 ? offset : start;
                run++;
            } else if (!folded && !(run > 0 && plain.indexOf(':') > 0 && plain.indexOf(' ') > plain.indexOf(':'))) {
                run = 0;
            }
            if (run >= HEADER_LINES) {
                return start;
            }
            offset += line.length() + 1;
        }
        return -1;
    }

    private static boolean usual(String line) {
        int colon = line.indexOf(':');
        return colon > 0 && USUAL.contains(Folding.fold(line.substring(0, colon)));
    }

    private static String unquoted(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (String line : text.split("\n", -1)) {
            plain.append(plain.isEmpty() ? "" : "\n");
            plain.append(line.startsWith("> ") ? line.substring(2) : line.startsWith(">") ? line.substring(1) : line);
        }
        return plain.toString();
    }
}
