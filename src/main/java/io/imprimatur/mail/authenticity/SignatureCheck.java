package io.imprimatur.mail.authenticity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.Headers;
import org.apache.james.jdkim.exceptions.FailException;

/** Whether one signature is right: hash of the body, and signature over the fields that it names. */
final class SignatureCheck {
    static final String FIELD = "DKIM-Signature";

    private SignatureCheck() {}

    /** Code of what is wrong. The library sees only the fields and the body that we read, and only this signature. */
    static Optional<String> problem(HeaderField signature, RawMessage message, String key) {
        try {
            var verified = new DKIMVerifier((method, selector, domain) -> List.of(key))
                    .verify(new OneSignature(message, signature), new ByteArrayInputStream(message.body()));
            return verified != null && verified.size() == 1 ? Optional.empty() : Optional.of("dkim-broken");
        } catch (FailException | IOException | RuntimeException broken) {
            return Optional.of("dkim-broken");
        }
    }

    private record OneSignature(RawMessage message, HeaderField signature) implements Headers {
        @Override
        public List<String> getFields() {
            return message.fields().stream().map(OneSignature::text).toList();
        }

        @Override
        public List<String> getFields(String name) {
            var fields = signature.is(name) ? List.of(signature) : message.all(name);
            return fields.stream().map(OneSignature::text).toList();
        }

        /** The library turns text back into bytes with this character set; what does not come back unchanged is refused. */
        private static String text(HeaderField field) {
            var text = new String(field.bytes(), Charset.defaultCharset());
            if (!Arrays.equals(text.getBytes(Charset.defaultCharset()), field.bytes())) {
                throw new IllegalArgumentException("A header field is not in the platform's character set.");
            }
            return text;
        }
    }
}
