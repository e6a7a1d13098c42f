package io.imprimatur.mail.signing;

import io.imprimatur.platform.CannotStart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;
import org.eclipse.angus.mail.util.CRLFOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Signs with the configured key: the whole body, and the fields that matter so often that none can be added. */
@Component
class DkimSigner implements Signer {
    private static final String FIELD = "DKIM-Signature";

    /** Each once more than it occurs (RFC 6376, section 8.15); a relay adds none of these. */
    private static final String FIELDS = "From:From:Reply-To:Reply-To:To:To:Cc:Subject:Subject:Date:Date"
            + ":Message-ID:Message-ID:In-Reply-To:References:MIME-Version:Content-Type:Content-Type"
            + ":Content-Transfer-Encoding:Auto-Submitted:List-Unsubscribe:List-Unsubscribe-Post";

    private final SigningProperties properties;
    private final Clock clock;
    private final @Nullable PrivateKey key;

    DkimSigner(SigningProperties properties, Environment environment, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.key = properties.isEmpty() ? null : key(properties, environment.getProperty("imprimatur.mail.from", ""));
    }

    private static PrivateKey key(SigningProperties properties, String sender) {
        if (!properties.isComplete()) {
            throw new CannotStart("imprimatur.mail.dkim.domain, imprimatur.mail.dkim.selector and"
                    + " imprimatur.mail.dkim.private-key-file need each other; set all three or none.");
        }
        var domain = properties.domain().strip().toLowerCase(Locale.ROOT);
        var from = sender.substring(sender.lastIndexOf('@') + 1)
                .replace(">", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (!from.equals(domain) && !from.endsWith("." + domain)) {
            throw new CannotStart(
                    "imprimatur.mail.dkim.domain must be the domain of imprimatur.mail.from or one above it;"
                            + " readers believe no other signature.");
        }
        return SigningKey.read(properties.privateKeyFile());
    }

    @Override
    public void sign(MimeMessage message) throws MessagingException {
        if (key == null) {
            return;
        }
        message.removeHeader(FIELD);
        complete(message);
        try {
            var signed = new DKIMSigner(template(), key).sign(new ByteArrayInputStream(asSent(message)));
            message.addHeader(
                    FIELD, folded(signed.substring(signed.indexOf(':') + 1).strip()));
        } catch (IOException | FailException | IllegalStateException failed) {
            throw new MessagingException(
                    "A message cannot be signed: " + failed.getClass().getName());
        }
    }

    /** What sending would set or settle otherwise, after the signature was made. */
    private void complete(MimeMessage message) throws MessagingException {
        if (message.getSentDate() == null) {
            message.setSentDate(Date.from(clock.instant()));
        }
        var id = message.getMessageID();
        message.saveChanges();
        if (id != null) {
            message.setHeader("Message-ID", id);
        }
    }

    private String template() {
        return "v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + properties.domain().strip() + "; s="
                + properties.selector().strip() + "; t=" + clock.instant().getEpochSecond() + "; h=" + FIELDS
                + "; bh=; b=;";
    }

    /** Lines end as they do on the wire. */
    private static byte[] asSent(MimeMessage message) throws IOException, MessagingException {
        var bytes = new ByteArrayOutputStream();
        var wire = new CRLFOutputStream(bytes);
        message.writeTo(wire);
        wire.flush();
        return bytes.toByteArray();
    }

    /**
     * Lines that RFC 5322 allows. Folded where a blank is, which reads as one again; and in {@code b=}, which the signature
     * does not cover.
     */
    private static String folded(String tags) {
        var folded = new StringBuilder();
        for (var tag : tags.split(" ")) {
            if (tag.startsWith("b=")) {
                tag = String.join(
                        "\r\n ", com.google.common.base.Splitter.fixedLength(72).split(tag));
            }
            folded.append(folded.isEmpty() ? "" : "\r\n ").append(tag);
        }
        return folded.toString();
    }
}
