package io.imprimatur.publishing.channel.portal;

import io.imprimatur.publishing.channel.LivePost;
import io.imprimatur.publishing.channel.Picture;
import io.imprimatur.publishing.channel.ReadBack;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads a message back. A payload that {@link PortalMessage} does not write counts as text, so that it is a difference. */
final class PortalReader {
    private static final String FOREIGN = "<payload>";

    private final PortalApi api;

    PortalReader(PortalApi api) {
        this.api = api;
    }

    ReadBack read(String id) {
        var answer = api.read(id);
        if (answer.value() == null) {
            return answer.reply().notFound()
                    ? new ReadBack.Missing()
                    : answer.reply().noReadBack();
        }
        return isLive(answer.value()) ? new ReadBack.Read(List.of(post(answer.value()))) : new ReadBack.Missing();
    }

    /** Other states, such as {@code entered-in-error}, say that it is not to be read. */
    static boolean isLive(Communication message) {
        return message.getStatus() == CommunicationStatus.COMPLETED;
    }

    private static LivePost post(Communication message) {
        var paragraphs = new ArrayList<String>();
        var images = new ArrayList<LivePost.Image>();
        String link = null;
        for (var payload : message.getPayload()) {
            var content = payload.getContent();
            if (content instanceof StringType text) {
                paragraphs.add(text.getValueNotNull());
            } else if (link == null && isLink(content)) {
                link = ((Attachment) content).getUrl();
            } else if (content instanceof Attachment attachment && isImage(attachment)) {
                images.add(image(attachment));
            } else {
                paragraphs.add(FOREIGN);
            }
        }
        return new LivePost(
                message.getTopic().getText() == null ? "" : message.getTopic().getText(), paragraphs, link, images);
    }

    /** An address and nothing else. */
    private static boolean isLink(@Nullable Type content) {
        return content instanceof Attachment attachment
                && attachment.hasUrl()
                && !attachment.hasTitle()
                && !attachment.hasData()
                && !attachment.hasContentType();
    }

    private static boolean isImage(Attachment attachment) {
        return attachment.hasContentType() && attachment.getContentType().startsWith("image/");
    }

    /** A server may keep the bytes elsewhere and name their address; then they are not compared. */
    private static LivePost.Image image(Attachment attachment) {
        var altText = attachment.hasTitle() ? attachment.getTitle() : "";
        return attachment.hasData()
                ? LivePost.Image.original(altText, new Picture(attachment.getContentType(), attachment.getData()))
                : LivePost.Image.reworked(altText, null);
    }
}
