package io.imprimatur.mail.reading;

/** What a person wrote in a reply, without what the mail client put around it. */
public final class ReplyText {

    /** First line of every mail that this system sends; it and all after it is not the person's. */
    public static final String MARKER = "##- Please write your answer above this line -##";

    private final String written;

    private ReplyText(String written) {
        this.written = written;
    }

    /** What was written in this mail. */
    public static ReplyText of(IncomingMail mail) {
        return ofText(mail.text());
    }

    /** What was written in a mail with this text. */
    public static ReplyText ofText(String text) {
        int marker = text.indexOf(MARKER);
        return new ReplyText((marker < 0 ? text : text.substring(0, marker)).strip());
    }

    /** The person's own words; empty if none. */
    public String written() {
        return written;
    }
}
