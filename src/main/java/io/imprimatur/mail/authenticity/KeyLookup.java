package io.imprimatur.mail.authenticity;

import java.util.List;

/** Where the public keys of signers are published. */
interface KeyLookup {
    /**
     * The TXT records of that name, each joined to one text; none if there are none.
     *
     * @throws Unavailable when no answer came in time, or one out of bounds
     */
    List<String> records(String name) throws Unavailable;

    /** It cannot be told now. */
    final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
