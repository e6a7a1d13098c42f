package io.imprimatur.mail.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * What a person wrote in a reply, without what the mail client put around it. Quoted lines stay where words of the person
 * follow them, since those answer them.
 */
public final class ReplyText {

    /** First line of every mail that this system sends; it and all after it is not the person's. */
    public static final String MARKER = "##- Please write your answer above this line -##";

    private final String written;
    private final String below;
    private final boolean ownFirst;

    private ReplyText(String written, String below, boolean ownFirst) {
        this.written = written;
        this.below = below;
        this.ownFirst = ownFirst;
    }

    /** What was written in this mail. */
    public static ReplyText of(IncomingMail mail) {
        ReadingProperties bounds = mail.bounds();
        return of(mail.text(), bounds);
    }

    /** What was written in a mail with this text; read within the default bounds. */
    public static ReplyText ofText(String text) {
        return of(text, ReadingProperties.defaults());
    }

    private static ReplyText of(String text, ReadingProperties bounds) {
        List<String> lines = new ArrayList<>(TextBounds.within(text, bounds)
                .lines()
                .map(String::stripTrailing)
                .toList());
        boolean cut = OwnMarker.cut(lines);
        TextLines all = TextLines.of(lines);
        WrittenPart part = WrittenPart.of(cut ? OwnMarker.withoutUnknownAttribution(all) : all);
        return new ReplyText(part.written(), part.below(), part.ownFirst());
    }

    /** The person's own words; empty if none. */
    public String written() {
        return written;
    }

    /** Words below a signature's delimiter or rule, which the person may have meant to be read all the same. */
    String below() {
        return below;
    }

    /** Whether nothing was quoted or copied before the first line: only then the line is surely the person's own. */
    boolean ownFirst() {
        return ownFirst;
    }
}
