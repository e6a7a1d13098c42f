package io.imprimatur.mail.reading;

import java.util.Optional;
import java.util.Set;

/** Tells what machines send from what people write. */
public final class AutomaticMail {

    /** Every mail of this system carries it. */
    private static final String OWN_FIELD = "X-Imprimatur";

    private AutomaticMail() {}

    /**
     * Which kind of automatic mail this is; nothing if a person seems to have written it. What a mail quotes or carries
     * attached is no sign.
     *
     * @param ownAddresses addresses that this system sends from, in lower case
     */
    public static Optional<Automatic> kindOf(IncomingMail mail, Set<String> ownAddresses) {
        Optional<Automatic> reported = ReportParts.kindOf(mail);
        if (reported.isPresent()) {
            return reported;
        }
        if (own(mail, ownAddresses)) {
            return Optional.of(new Automatic.Reply("own-mail"));
        }
        MachineHeader header = new MachineHeader(mail);
        Subject subject = Subject.of(mail);
        Optional<String> answering = header.answering();
        if (BounceText.tells(mail, subject, answering.isPresent())) {
            return Optional.of(Bounces.of(mail));
        }
        if (subject.ofReport()) {
            return Optional.of(new Automatic.Report("subject"));
        }
        if (answering.isPresent()) {
            return answering.map(Automatic.Reply::new);
        }
        if (subject.ofAnsweringMachine()) {
            return Optional.of(new Automatic.Reply("subject"));
        }
        return header.bulk().map(Automatic.Bulk::new);
    }

    private static boolean own(IncomingMail mail, Set<String> ownAddresses) {
        return !mail.header(OWN_FIELD).isEmpty()
                || mail.sender() instanceof Sender.One from && ownAddresses.contains(from.address());
    }
}
