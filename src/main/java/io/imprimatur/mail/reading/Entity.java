package io.imprimatur.mail.reading;

import java.util.List;
import java.util.stream.Stream;

/**
 * A mail or a part of one (RFC 2045 section 2.4).
 *
 * @param fields its header
 * @param type its Content-Type, {@code text/plain} where there is none
 * @param raw the bytes of the whole mail
 * @param from where its body begins
 * @param to where its body ends
 * @param parts of a multipart; none of any other type, since an attached mail is a mail of its own
 */
record Entity(Fields fields, ContentType type, byte[] raw, int from, int to, List<Entity> parts) {

    Entity {
        parts = List.copyOf(parts);
    }

    boolean attachment() {
        return fields.first("Content-Disposition")
                .map(ContentType::read)
                .filter(disposition -> disposition.value().equals("attachment"))
                .isPresent();
    }

    boolean is(String wanted) {
        return type.value().equals(wanted);
    }

    /** It and all parts within it. */
    Stream<Entity> walk() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(Entity::walk));
    }

    /** Its first {@code most} bytes without their transfer encoding. */
    byte[] bytes(int most) {
        return TransferEncoding.decode(
                raw, from, to, fields.first("Content-Transfer-Encoding").orElse(""), most);
    }

    /** Its text, of at most about {@code most} characters. */
    String text(int most) {
        // no charset in use needs more than four bytes for a character
        byte[] bytes = bytes(most * 4);
        String text = Decoding.text(bytes, 0, bytes.length, type.parameter("charset"));
        return text.length() > most ? text.substring(0, most) : text;
    }
}
