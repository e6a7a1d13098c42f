package io.imprimatur.mail.authenticity;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.api.SignatureRecord;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A hospital that signs its mail, and what reads it. */
final class Senders {
    static final String FROM = "ada@clinic.example";
    static final KeyPair KEY = rsa(2048);
    static final KeyPair WEAK_KEY = rsa(768);
    static final String FIELDS = "from:subject:date:to:message-id:mime-version:content-type";
    static final String TEMPLATE = template("clinic.example", FIELDS, "");

    private Senders() {}

    static String template(String domain, String fields, String more) {
        return "v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain + "; s=s1; h=" + fields + ";" + more + " bh=; b=;";
    }

    static String mail(String body) {
        return String.join(
                "\r\n",
                "From: Ada <" + FROM + ">",
                "To: decide+abc@clinic.example",
                "Subject: Re: To decide",
                "Date: Mon, 2 Nov 2026 10:00:00 +0000",
                "Message-ID: <1@clinic.example>",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "",
                body);
    }

    static String signed(String template, String mail) {
        return signed(template, mail, KEY);
    }

    static String signed(String template, String mail, KeyPair key) {
        try {
            var signer = new DKIMSigner(template, key.getPrivate()) {
                @Override
                public SignatureRecord newSignatureRecordTemplate(String record) {
                    return new SignatureTags(record); // which lets through what no honest sender signs
                }
            };
            return signer.sign(new ByteArrayInputStream(bytes(mail))) + "\r\n" + mail;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String record(KeyPair key, String flags) {
        return "v=DKIM1; k=rsa; " + flags + "p="
                + Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
    }

    static KeyLookup publishing(String... records) {
        return name -> name.equals("s1._domainkey.clinic.example") ? List.of(records) : List.of();
    }

    static AuthenticityCheck check(Map<String, String> settings, KeyLookup keys) {
        return check(settings, keys, List.of());
    }

    static AuthenticityCheck check(Map<String, String> settings, KeyLookup keys, List<TrustedRelay> relays) {
        var properties = properties(settings);
        return new EvidenceCheck(
                properties,
                new ReceiverVerdict(properties),
                new SignatureEvidence(properties, keys, Clock.systemUTC()),
                new RelaySecret(properties, new ObjectProvider<>() {
                    @Override
                    public java.util.stream.Stream<TrustedRelay> stream() {
                        return relays.stream();
                    }
                }));
    }

    static AuthenticityProperties properties(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("imprimatur.mail.authenticity", AuthenticityProperties.class);
    }

    static byte[] bytes(String mail) {
        return mail.getBytes(StandardCharsets.UTF_8);
    }

    private static KeyPair rsa(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
