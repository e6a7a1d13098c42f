package io.imprimatur.mail.reading;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** From bytes and encoded words to characters; what cannot be decoded is replaced, never refused. */
final class Decoding {

    /** What mail without a usable charset is written in, where it is not UTF-8. */
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private Decoding() {}

    /** Bytes that declare no charset. */
    static String plain(byte[] raw, int from, int to) {
        return text(raw, from, to, "");
    }

    /** Bytes in a charset that may be unknown, wrong or not named at all. */
    static String text(byte[] raw, int from, int to, String declared) {
        Charset charset = charset(declared).orElse(StandardCharsets.UTF_8);
        boolean guess = charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII);
        if (guess) {
            return strict(raw, from, to).orElseGet(() -> new String(raw, from, to - from, WESTERN));
        }
        return new String(raw, from, to - from, charset);
    }

    /** A field's value with its encoded words (RFC 2047) decoded. */
    static String words(String value) {
        if (!value.contains("=?")) {
            return value;
        }
        try {
            return oneLine(DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT));
        } catch (RuntimeException | StackOverflowError unreadable) {
            return value;
        }
    }

    /** Without line breaks and other control characters, so that a value stays one value wherever it is written. */
    static String oneLine(String value) {
        StringBuilder line = new StringBuilder(value.length());
        value.chars().forEach(c -> line.append(Character.isISOControl(c) ? ' ' : (char) c));
        return line.toString().strip();
    }

    private static Optional<Charset> charset(String name) {
        try {
            return name.isBlank() ? Optional.empty() : Optional.of(Charset.forName(name.strip()));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** UTF-8 if it is; a character that a bound cut in two at the end is dropped. */
    private static Optional<String> strict(byte[] raw, int from, int to) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(to - from + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(raw, from, to - from), text, false);
        return result.isError() ? Optional.empty() : Optional.of(text.flip().toString());
    }
}
