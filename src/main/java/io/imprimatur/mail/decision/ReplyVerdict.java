package io.imprimatur.mail.decision;

import io.imprimatur.mail.decision.Answer.Code;
import io.imprimatur.mail.decision.MailRequest.Proof;
import io.imprimatur.mail.reading.Automatic;
import org.jspecify.annotations.Nullable;

/** What the checks say of a mail, before its words are read. */
sealed interface ReplyVerdict {
    /** It is what the person was asked for, and surely theirs. */
    record Taken(MailRequest request, Proof proof) implements ReplyVerdict {}

    /** It came back from somewhere. */
    record CameBack(Automatic.Bounce bounce) implements ReplyVerdict {}

    /**
     * Nothing is decided.
     *
     * @param reason why, as a code for the quarantine page and metrics
     * @param quarantined whether an operator should look at it
     * @param answer what its sender hears; null if nobody does
     * @param answered to whom; null if nobody
     */
    record NotTaken(
            String reason,
            boolean quarantined,
            @Nullable MailRequest request,
            @Nullable Code answer,
            @Nullable String answered)
            implements ReplyVerdict {
        static NotTaken silently(String reason, boolean quarantined) {
            return new NotTaken(reason, quarantined, null, null, null);
        }

        static NotTaken quarantined(String reason, MailRequest request) {
            return new NotTaken(reason, true, request, null, null);
        }

        static NotTaken answering(String reason, MailRequest request, Code answer) {
            return new NotTaken(reason, false, request, answer, request.person());
        }
    }
}
