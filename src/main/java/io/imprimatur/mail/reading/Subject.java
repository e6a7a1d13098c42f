package io.imprimatur.mail.reading;

import java.util.Set;

/**
 * A mail's subject as far as it tells machines from people.
 *
 * @param folded for comparison, without tags in brackets before it
 */
record Subject(String folded) {

    /** Prefixes that mail clients put before a subject which somebody answers or forwards. */
    private static final Set<String> ANSWERS = Set.of(
            "re", "aw", "sv", "vs", "ant", "antw", "rv", "res", "r", "odp", "ynt", "hl", "bls", "fw", "fwd", "wg", "tr",
            "rif", "i", "enc", "doorst", "vb", "回复", "答复", "回覆", "转发", "轉寄", "转寄", "返信", "転送", "отв", "пересл", "на",
            "va", "σχετ", "απ", "ref", "回信", "답장", "전달");

    static Subject of(IncomingMail mail) {
        String subject =
                Folding.fold(mail.header("Subject").stream().findFirst().orElse(""));
        while (subject.startsWith("[") && subject.indexOf(']') > 0) {
            subject = subject.substring(subject.indexOf(']') + 1).strip();
        }
        return new Subject(subject);
    }

    /** Whether a person seems to answer or to forward something that had the rest of this as its subject. */
    boolean answers() {
        int colon = folded.indexOf(':');
        if (colon < 1 || colon > 12) {
            return false;
        }
        String prefix = folded.substring(0, colon).strip();
        int bracket = prefix.indexOf('[');
        return ANSWERS.contains(bracket > 0 ? prefix.substring(0, bracket) : prefix);
    }

    boolean ofAnsweringMachine() {
        return !answers() && AutomaticSigns.beginning(folded, "answering-subjects");
    }

    boolean ofReport() {
        return !answers() && AutomaticSigns.beginning(folded, "report-subjects");
    }

    boolean ofBounce() {
        return !answers() && AutomaticSigns.within(folded, "bounce-subjects");
    }
}
