package io.imprimatur.mail.local;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;

/**
 * The images that a message carries.
 *
 * @param images in their order in the message
 */
record InboxImages(List<Image> images) {
    private static final int MOST = 100;

    InboxImages {
        images = List.copyOf(images);
    }

    static InboxImages of(Part message) {
        var found = new ArrayList<Image>();
        try {
            collect(message, found);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException("A stored message cannot be read.", unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new InboxImages(found);
    }

    private static void collect(Part part, List<Image> found) throws MessagingException, IOException {
        // a picture of vectors may carry scripts
        if (part.isMimeType("image/*") && !part.isMimeType("image/svg+xml") && found.size() < MOST) {
            found.add(new Image(id(part), type(part), part.getInputStream().readAllBytes()));
        } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int at = 0; at < parts.getCount(); at++) {
                collect(parts.getBodyPart(at), found);
            }
        }
    }

    private static MediaType type(Part part) throws MessagingException {
        var type = MediaType.parseMediaType(part.getContentType());
        return new MediaType(type.getType(), type.getSubtype());
    }

    private static String id(Part part) throws MessagingException {
        var id = part instanceof MimePart mime ? mime.getContentID() : null;
        return id == null ? "" : id.replace("<", "").replace(">", "");
    }

    Optional<Image> get(int number) {
        return number >= 0 && number < images.size() ? Optional.of(images.get(number)) : Optional.empty();
    }

    /** Where the page of that message finds them, by their ids. */
    Map<String, String> addresses(long uid) {
        var addresses = new HashMap<String, String>();
        for (int at = 0; at < images.size(); at++) {
            addresses.putIfAbsent(images.get(at).id(), uid + "/image/" + at);
        }
        return addresses;
    }

    /** @param id Content-ID without brackets; empty if it has none */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Image(String id, MediaType type, byte[] bytes) {}
}
