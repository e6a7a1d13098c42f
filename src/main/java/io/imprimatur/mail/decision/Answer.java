package io.imprimatur.mail.decision;

import io.imprimatur.mail.RequestStanding;
import io.imprimatur.mail.decision.Answer.Code;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Published in the transaction that handled a mail: its sender shall hear what became of it.
 *
 * @param person whose registered address gets it; never the address that a mail merely claims
 * @param request what it was about; null if that is not known
 * @param sentence a rule's refusal in words
 * @param mailId which incoming mail it answers; null for what nobody wrote a mail for
 * @param messageId that mail's Message-ID without brackets, if it had one
 */
public record Answer(
        String person,
        Code code,
        @Nullable MailRequest request,
        @Nullable String sentence,
        @Nullable UUID mailId,
        @Nullable String messageId) {

    /** What became of a mail. */
    public enum Code {
        DECIDED,
        /** It counts after the time in which it can be undone. */
        PENDING,
        ALREADY_DECIDED,
        EXPIRED,
        /** The author has changed the text since. */
        CHANGED,
        /** The task is gone without a decision of its stage. */
        ENDED,
        /** Somebody else has taken the task. */
        TAKEN,
        /** The message was made for somebody else. */
        NOT_YOURS,
        /** Nothing proves who sent it. */
        NOT_PROVEN,
        /** At this task, or of this text, only the page decides. */
        PAGE_ONLY,
        /** A rule refused it; said in its sentence. */
        NOT_ALLOWED,
        REASON_MISSING,
        CONFLICTING,
        /** No decision was found in it; it was kept as a remark. */
        REMARK_KEPT,
        /** No decision was found in it; it may identify a patient and was not kept. */
        REMARK_REFUSED,
        /** No decision and no words were found in it. */
        NOTHING_READ,
        /** It is about nothing that is known. */
        UNKNOWN;

        /** As the quarantine page, the ledger and metrics name it. */
        String reason() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Code of(RequestStanding standing) {
            return switch (standing) {
                case OPEN -> throw new IllegalArgumentException("Nothing stands against it");
                case PENDING -> PENDING;
                case ALREADY_DECIDED -> ALREADY_DECIDED;
                case EXPIRED -> EXPIRED;
                case CHANGED -> CHANGED;
                case ENDED -> ENDED;
                case TAKEN -> TAKEN;
            };
        }
    }
}
