package io.imprimatur.mail.reading;

import java.util.List;

/** Whether subject and text say that a mail was not delivered. */
final class BounceText {

    private static final int FIRST_LINES = 6;

    private BounceText() {}

    /** @param machine whether the header says that no person wrote it, which lets weaker words suffice */
    static boolean tells(IncomingMail mail, Subject subject, boolean machine) {
        if (!mail.header("X-Failed-Recipients").isEmpty() || subject.ofBounce()) {
            return true;
        }
        if (subject.answers() && !machine) {
            return false;
        }
        List<String> own = ownLines(mail.text());
        boolean sentence = own.stream()
                .limit(FIRST_LINES)
                .map(Folding::fold)
                .anyMatch(line -> AutomaticSigns.within(line, "bounce-sentences"));
        boolean reply = own.stream().anyMatch(line -> !StatusCode.in(line).isEmpty());
        return machine ? sentence || reply : sentence && reply;
    }

    /** Lines that say something and quote nothing. */
    private static List<String> ownLines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && line.charAt(0) != '>' && line.charAt(0) != '|')
                .limit(60)
                .toList();
    }
}
