package io.imprimatur.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON in the one form that RFC 8785 allows, so that equal data has equal bytes. */
public final class CanonicalJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CanonicalJson() {}

    /**
     * UTF-8 bytes of the canonical form.
     *
     * @param data maps with string keys, lists, strings, numbers and booleans, nested as you like
     * @throws IllegalArgumentException when the data has no JSON form
     */
    public static byte[] bytes(Object data) {
        try {
            return new JsonCanonicalizer(MAPPER.writeValueAsString(data)).getEncodedUTF8();
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("The data has no JSON form.");
        } catch (IOException notJson) {
            throw new UncheckedIOException("The data has no canonical form.", notJson);
        }
    }
}
