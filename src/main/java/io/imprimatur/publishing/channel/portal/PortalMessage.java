package io.imprimatur.publishing.channel.portal;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import io.imprimatur.publishing.channel.Post;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Base64BinaryType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.StringType;

/**
 * Writes a post as a FHIR R4 {@code Communication} (hl7.org/fhir/R4/communication.html): the title as its topic; each
 * paragraph, then the link, then each image as one payload.
 */
final class PortalMessage {
    /** The naming system of {@link Post#key()}; never changes, messages are found by it. */
    static final String SYSTEM = "https://imprimatur.io/fhir/revision";

    private static final String CATEGORIES = "http://terminology.hl7.org/CodeSystem/communication-category";

    private PortalMessage() {}

    static Communication of(Post post, PortalParties parties, Instant sent) {
        var message = new Communication();
        message.addIdentifier().setSystem(SYSTEM).setValue(post.key());
        message.setStatus(CommunicationStatus.COMPLETED);
        message.addCategory()
                .addCoding()
                .setSystem(CATEGORIES)
                .setCode("notification")
                .setDisplay("Notification");
        message.setTopic(new CodeableConcept().setText(post.title()));
        message.setSentElement(sentAt(sent));
        parties.addTo(message);
        post.paragraphs().forEach(text -> message.addPayload().setContent(new StringType(text)));
        if (post.link() != null) {
            message.addPayload().setContent(new Attachment().setUrl(post.link().toString()));
        }
        post.images().forEach(image -> message.addPayload().setContent(attachment(image)));
        return message;
    }

    /** Its hash is SHA-1, which FHIR R4 prescribes; what is trusted when it is read back is the SHA-256 of its bytes. */
    private static Attachment attachment(Post.Image image) {
        var bytes = image.bytes();
        var attachment = new Attachment()
                .setContentType(image.type())
                .setTitle(image.altText())
                .setSize(bytes.length);
        attachment.setDataElement(new Base64BinaryType(bytes));
        return attachment.setHash(sha1(bytes));
    }

    private static DateTimeType sentAt(Instant time) {
        var sent = new DateTimeType(Date.from(time), TemporalPrecisionEnum.SECOND);
        sent.setTimeZoneZulu(true);
        return sent;
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
