package io.imprimatur.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;

/** RFC 8785: one and only one way to write a JSON value, so that equal data has equal bytes. */
public final class CanonicalJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private CanonicalJson() {}

    /**
     * UTF-8 bytes of the canonical form.
     *
     * @param data maps with string keys, lists, strings, booleans and whole numbers below 2^53, nested as you like
     * @throws IllegalArgumentException when the data has no JSON form
     * @throws Refusal (400, {@code not-unicode}) when a text holds half a surrogate pair: RFC 8785 section 3.2.2.2 refuses
     *     those, since in UTF-8 such texts would all be the same
     */
    public static byte[] bytes(Object data) {
        try {
            return utf8(new JsonCanonicalizer(MAPPER.writeValueAsString(data)).getEncodedString());
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("The data has no JSON form.");
        } catch (IOException notJson) {
            throw new IllegalArgumentException("The data has no canonical form.");
        }
    }

    private static byte[] utf8(String text) {
        try {
            var encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            var bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw Refusal.invalid("not-unicode", "The text holds half a character; type or paste it again.");
        }
    }
}
