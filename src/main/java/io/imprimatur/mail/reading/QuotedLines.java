package io.imprimatur.mail.reading;

/** Lines under construction, each with the sign of a quotation or without; no more than a bound of characters. */
final class QuotedLines {

    private static final String SIGN = "> ";

    private final StringBuilder done = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private final int most;
    private boolean quoted;
    private boolean empty = true;

    QuotedLines(int most) {
        this.most = most;
    }

    void quoted(boolean now) {
        if (now != quoted) {
            end();
            quoted = now;
        }
    }

    void add(String text, boolean preformatted) {
        for (int at = 0; at < text.length() && line.length() < most; at++) {
            char c = text.charAt(at);
            boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
            if (preformatted && c == '\n') {
                lineBreak();
            } else if (!blank || preformatted) {
                line.append(c == '\u00A0' ? ' ' : c);
                empty = false;
            } else if (!empty && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
    }

    /** Ends the line if anything stands on it. */
    void end() {
        if (!empty) {
            lineBreak();
        }
    }

    void lineBreak() {
        if (done.length() < most) {
            String text = line.toString().stripTrailing();
            done.append(quoted ? SIGN : "").append(text).append('\n');
        }
        line.setLength(0);
        empty = true;
    }

    void paragraph() {
        end();
        lineBreak();
    }

    /** A ruled line, which clients put before what they quote. */
    void rule() {
        end();
        line.append("________________________________");
        empty = false;
        end();
    }

    @Override
    public String toString() {
        end();
        return done.toString();
    }
}
