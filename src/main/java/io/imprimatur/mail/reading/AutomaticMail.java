package io.imprimatur.mail.reading;

import java.util.Optional;
import java.util.Set;

/** Tells what machines send from what people write. */
public final class AutomaticMail {

    private AutomaticMail() {}

    /**
     * Which kind of automatic mail this is; nothing if a person seems to have written it.
     *
     * @param ownAddresses addresses that this system sends from, in lower case
     */
    public static Optional<Automatic> kindOf(IncomingMail mail, Set<String> ownAddresses) {
        return mail.header("Auto-Submitted").stream()
                                .anyMatch(value -> !value.strip().equalsIgnoreCase("no"))
                        || mail.sender() instanceof Sender.One from && ownAddresses.contains(from.address())
                ? Optional.of(new Automatic.Reply("auto-submitted"))
                : Optional.empty();
    }
}
