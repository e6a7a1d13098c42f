package io.imprimatur.mail.local;

import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

/**
 * A message as the inbox page shows it.
 *
 * @param html its HTML part, reduced to harmless elements; empty if it has none
 */
record InboxMessage(
        long uid, String from, String to, String subject, ZonedDateTime receivedAt, String text, String html) {
    private static final String CID = "cid:";
    private static final Safelist HARMLESS = Safelist.basic()
            .addTags("h1", "h2", "h3", "div")
            .removeProtocols("a", "href", "ftp", "mailto")
            .addEnforcedAttribute("a", "rel", "nofollow noopener")
            .addTags("img")
            .addAttributes("img", "src", "alt");

    static InboxMessage of(StoredMessage stored) {
        var message = stored.getMimeMessage();
        try {
            return new InboxMessage(
                    stored.getUid(),
                    addresses(message.getFrom()),
                    addresses(message.getRecipients(Message.RecipientType.TO)),
                    Objects.requireNonNullElse(message.getSubject(), "(no subject)"),
                    stored.getReceivedDate().toInstant().atZone(ZoneId.systemDefault()),
                    part(message, "text/plain").findFirst().orElse(""),
                    part(message, "text/html")
                            .findFirst()
                            .map(html -> harmless(html, InboxImages.of(message).addresses(stored.getUid())))
                            .orElse(""));
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException("A stored message cannot be read.", unreadable);
        }
    }

    /**
     * Body only, without styles, forms and scripts; the page's own styles show it.
     *
     * @param images addresses of the message's own images by their ids; no other image is shown
     */
    static String harmless(String html, Map<String, String> images) {
        var body = Jsoup.parse(html).body();
        for (var image : body.select("img")) {
            var source = image.attr("src");
            var address = source.startsWith(CID) ? images.get(source.substring(CID.length())) : null;
            if (address == null) {
                image.remove();
            } else {
                image.attr("src", address);
            }
        }
        return Jsoup.clean(body.html(), HARMLESS);
    }

    private static String addresses(jakarta.mail.Address[] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses).map(Object::toString).collect(Collectors.joining(", "));
    }

    private static Stream<String> part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Stream.of(String.valueOf(part.getContent()));
        }
        var found = Stream.<String>empty();
        if (part.getContent() instanceof Multipart parts) {
            for (int at = 0; at < parts.getCount(); at++) {
                found = Stream.concat(found, part(parts.getBodyPart(at), type));
            }
        }
        return found;
    }
}
