package io.imprimatur.mail.reading;

import java.util.List;
import java.util.Locale;

/**
 * Reads a From field (RFC 5322 section 3.6.2) more strictly than mail programs do: whoever checks the signature and
 * whoever shows the mail must not come to another address than this.
 */
final class FromField {

    private static final int LONGEST = 254;

    private FromField() {}

    static Sender read(Fields header) {
        List<Field> fields =
                header.all().stream().filter(field -> field.is("From")).toList();
        if (fields.isEmpty()) {
            return new Sender.Unclear("from-missing");
        }
        if (fields.size() > 1) {
            return new Sender.Unclear("from-repeated");
        }
        if (!header.clean() || fields.get(0).cut()) {
            return new Sender.Unclear("header-malformed");
        }
        return sender(fields.get(0).raw());
    }

    private static Sender sender(String value) {
        String outside = withoutQuotedText(value);
        if (outside.indexOf('\uFFFD') >= 0) {
            return new Sender.Unclear("from-malformed");
        }
        if (outside.indexOf(':') >= 0 || outside.indexOf(';') >= 0) {
            return new Sender.Unclear("from-group");
        }
        if (outside.indexOf(',') >= 0) {
            return new Sender.Unclear("from-several");
        }
        if (misleads(value)) {
            return new Sender.Unclear("from-encoded");
        }
        int open = outside.indexOf('<');
        int close = outside.indexOf('>');
        boolean angle = open >= 0 && close == outside.length() - 1 && open == outside.lastIndexOf('<') && open < close;
        if (!angle && (open >= 0 || close >= 0)) {
            return new Sender.Unclear("from-malformed");
        }
        if (angle && outside.lastIndexOf('@', open) >= 0) {
            return new Sender.Unclear("from-several");
        }
        String address = (angle ? outside.substring(open + 1, close) : outside).strip();
        return plain(address) ? new Sender.One(address.toLowerCase(Locale.ROOT)) : new Sender.Unclear("from-malformed");
    }

    /** The value without quoted strings and comments; {@code U+FFFD} at the end if one is not closed. */
    private static String withoutQuotedText(String value) {
        StringBuilder outside = new StringBuilder();
        boolean quoted = false;
        int comments = 0;
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            if (c == '\\' && (quoted || comments > 0)) {
                at++;
            } else if (c == '"' && comments == 0) {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                comments++;
            } else if (!quoted && c == ')' && comments > 0) {
                comments--;
            } else if (!quoted && comments == 0) {
                outside.append(c);
            }
        }
        return (quoted || comments > 0 ? outside.append('\uFFFD') : outside)
                .toString()
                .strip();
    }

    /** An encoded word that turns into brackets or a control character leads readers that decode first astray. */
    private static boolean misleads(String value) {
        if (!value.contains("=?")) {
            return false;
        }
        StringBuilder words = new StringBuilder();
        int from = value.indexOf("=?");
        int end = value.lastIndexOf("?=");
        if (end < from) {
            return false;
        }
        words.append(Decoding.words(value.substring(from, end + 2)));
        int angle = value.indexOf('<');
        return angle >= 0 && angle < end
                || words.chars().anyMatch(c -> c == '<' || c == '>' || c == '\uFFFD' && !value.contains("\uFFFD"));
    }

    private static boolean plain(String address) {
        int at = address.indexOf('@');
        return at > 0
                && at == address.lastIndexOf('@')
                && address.length() <= LONGEST
                && !address.contains("=?")
                && dotted(address.substring(0, at), "!#$%&'*+-/=?^_`{|}~")
                && dotted(address.substring(at + 1), "-");
    }

    /** Letters and digits of ASCII and the given others, in parts between single dots. */
    private static boolean dotted(String text, String others) {
        boolean letters = text.chars()
                .allMatch(c -> c == '.' || c < 128 && Character.isLetterOrDigit(c) || others.indexOf(c) >= 0);
        return letters && !text.isEmpty() && !text.startsWith(".") && !text.endsWith(".") && !text.contains("..");
    }
}
