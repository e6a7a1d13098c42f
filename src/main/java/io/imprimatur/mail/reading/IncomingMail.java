package io.imprimatur.mail.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One mail as it came in, read within bounds; reading never throws, whatever the bytes. */
public final class IncomingMail {

    private final List<String[]> headers;
    private final String text;

    private IncomingMail(List<String[]> headers, String text) {
        this.headers = headers;
        this.text = text;
    }

    /** Reads a mail (RFC 5322, RFC 2045 to 2047) as far as the bounds allow. */
    public static IncomingMail read(byte[] raw, ReadingProperties bounds) {
        String all =
                new String(raw, 0, Math.min(raw.length, bounds.maxText()), StandardCharsets.UTF_8).replace("\r", "");
        int body = all.indexOf("\n\n");
        List<String[]> headers = new ArrayList<>();
        for (String line : (body < 0 ? all : all.substring(0, body)).split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.add(new String[] {
                    line.substring(0, colon), line.substring(colon + 1).strip()
                });
            }
        }
        return new IncomingMail(headers, body < 0 ? "" : all.substring(body + 2));
    }

    /** A field's unfolded, decoded values in order, topmost first; none if absent. */
    public List<String> header(String name) {
        return headers.stream()
                .filter(header -> header[0].equalsIgnoreCase(name))
                .map(header -> header[1])
                .toList();
    }

    /** Whom the From field names. */
    public Sender sender() {
        List<String> from = header("From");
        if (from.size() != 1) {
            return new Sender.Unclear(from.isEmpty() ? "from-missing" : "from-repeated");
        }
        return new Sender.One(bare(from.get(0)).toLowerCase(Locale.ROOT));
    }

    /** The Message-ID without brackets. */
    public Optional<String> messageId() {
        return header("Message-ID").stream().map(IncomingMail::bare).findFirst();
    }

    /** Every address that the mail was sent or delivered to. */
    public List<String> recipients() {
        return header("To").stream().map(IncomingMail::bare).toList();
    }

    /** Ids of the mails that this one answers, without brackets, newest first. */
    public List<String> references() {
        return header("In-Reply-To").stream().map(IncomingMail::bare).toList();
    }

    /** The text, within the bounds. */
    public String text() {
        return text;
    }

    private static String bare(String value) {
        int open = value.lastIndexOf('<');
        int close = value.indexOf('>', open + 1);
        return open >= 0 && close > open ? value.substring(open + 1, close) : value.strip();
    }
}
