package io.imprimatur.platform;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number of the state that a writer has seen, from {@code If-Match} (RFC 9110, section 13.1.1). */
public final class IfMatch {
    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,9})\"");

    private IfMatch() {}

    /** @throws Refusal 428 {@code if-match-missing}, 400 {@code if-match-invalid} */
    public static int number(@Nullable String header) {
        if (header == null) {
            throw new Refusal(
                    Refusal.Kind.PRECONDITION_REQUIRED,
                    "if-match-missing",
                    "Send the ETag of what you have seen in the header If-Match.");
        }
        var tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw Refusal.invalid("if-match-invalid", "The header If-Match must be one ETag of this, such as \"3\".");
        }
        return Integer.parseInt(tag.group(1));
    }

    public static String etag(int number) {
        return "\"" + number + "\"";
    }
}
