package io.imprimatur.mail.reading;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One mail as it came in, read within bounds; reading never throws, whatever the bytes. */
public final class IncomingMail {

    private static final int MOST_RECIPIENTS = 100;
    private static final int MOST_REFERENCES = 50;
    private static final List<String> RECIPIENT_FIELDS = List.of(
            "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Forwarded-To", "To", "Cc", "Resent-To");

    private static final List<String> ADDRESSEE_FIELDS = List.of("To", "Cc");

    private final Entity entity;
    private final ReadingProperties bounds;
    private final String text;

    private IncomingMail(Entity entity, ReadingProperties bounds) {
        this.entity = entity;
        this.bounds = bounds;
        this.text = new MailText(bounds).of(entity);
    }

    /** Reads a mail (RFC 5322, RFC 2045 to 2047, RFC 3676) as far as the bounds allow. */
    public static IncomingMail read(byte[] raw, ReadingProperties bounds) {
        return new IncomingMail(EntityReader.read(raw, bounds), bounds);
    }

    /** A field's unfolded, decoded values in order, topmost first; none if absent. */
    public List<String> header(String name) {
        return entity.fields().raw(name).stream().map(Decoding::words).toList();
    }

    /** Whom the From field names. */
    public Sender sender() {
        return FromField.read(entity.fields());
    }

    /** The Message-ID without brackets; nothing if there is none, or none that RFC 5322 allows within 250 characters. */
    public Optional<String> messageId() {
        return entity.fields().first("Message-ID").flatMap(Identifiers::messageId);
    }

    /** Every address that the mail was sent or delivered to, in lower case, at most 100; the envelope's first. */
    public List<String> recipients() {
        return addresses(RECIPIENT_FIELDS);
    }

    /** The addresses that its sender wrote, in To and Cc, in lower case, at most 100; what servers added is left out. */
    public List<String> addressees() {
        return addresses(ADDRESSEE_FIELDS);
    }

    /** When its sender says that it was sent; nothing unless there is exactly one Date field that can be read. */
    public Optional<Instant> sentAt() {
        var dates = entity.fields().raw("Date");
        if (dates.size() != 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MailDateFormat().parse(dates.get(0)).toInstant());
        } catch (ParseException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private List<String> addresses(List<String> fields) {
        return fields.stream()
                .flatMap(name -> entity.fields().raw(name).stream())
                .map(Identifiers::addresses)
                .flatMap(Collection::stream)
                .distinct()
                .limit(MOST_RECIPIENTS)
                .toList();
    }

    /** Ids of the mails that this one answers, without brackets, newest first, at most 50. */
    public List<String> references() {
        Set<String> ids = new LinkedHashSet<>();
        newestFirst("In-Reply-To").forEach(ids::add);
        newestFirst("References").forEach(ids::add);
        return ids.stream().limit(MOST_REFERENCES).toList();
    }

    /** The plain text, else the HTML turned into text with {@code "> "} before what is quoted, within the bounds. */
    public String text() {
        return text;
    }

    /** The mail itself with its parts. */
    Entity entity() {
        return entity;
    }

    ReadingProperties bounds() {
        return bounds;
    }

    private Stream<String> newestFirst(String field) {
        List<String> ids = entity.fields().raw(field).stream()
                .flatMap(value -> Identifiers.messageIds(value).stream())
                .toList();
        return IntStream.range(0, ids.size()).mapToObj(i -> ids.get(ids.size() - 1 - i));
    }
}
