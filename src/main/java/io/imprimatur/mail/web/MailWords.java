package io.imprimatur.mail.web;

import io.imprimatur.mail.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in words why a mail was not taken or a message not sent; templates know it as {@code @mailWords}. */
@Component("mailWords")
public class MailWords {
    /** Why it was not taken, and what to do. */
    public String reason(String code) {
        return switch (code) {
            case "too-large" -> "It is larger than mail to this mailbox may be. Its sender was not answered.";
            case "token-missing" ->
                "It answers no message of ours: neither its address nor its references name one. Mail servers that drop"
                        + " the part after “+” cause this for every reply.";
            case "token-unknown" -> "The code in its address was never given out, or is deleted by now.";
            case "sent-to-another" ->
                "It answers a message that was made for somebody else: it was forwarded, or forged.";
            case "not-proven" ->
                "Nothing proves that it comes from whom it names. If this happens to genuine mail, see docs/mail.md on DMARC,"
                        + " DKIM and the relay header.";
            case "sent-before" ->
                "It says that it was sent before the message that it answers, or does not say when. A clock is wrong, or somebody"
                        + " sent an old mail again.";
            case "expired", "changed", "already-decided", "ended", "taken", "pending" ->
                "It came from another address than that of the person who was asked, and what it was about is over.";
            case "not-handled" -> "It could not be handled in several tries. The log tells the fault's type.";
            case "unfetchable" -> "The mail server did not hand it over in several tries.";
            default -> "Its sender cannot be told: it names none, or more than one (" + code + ").";
        };
    }

    /** What became of mail that needs nobody. */
    public String outcome(String code) {
        return switch (code) {
            case "automatic" -> "From a machine; not answered";
            case "bounce" -> "A message of ours came back for good; its address is marked";
            case "bounce-transient" -> "A message of ours is late; it is still on its way";
            case "bounce-unknown" -> "Something came back that is no message of ours";
            case "remark-kept" -> "No decision; kept as a remark, its sender was told how to decide";
            case "remark-refused" -> "No decision; it may identify a patient and was not kept, its sender was told";
            case "nothing-read" -> "No words of its sender; told how to decide";
            case "reason-missing" -> "A decision without the reason that it needs; asked for it";
            case "conflicting" -> "Two decisions in one; asked to say it once more";
            case "already-decided" -> "It was decided already; told by whom";
            case "expired" -> "It came too late; told so";
            case "changed" -> "The text had changed; told so";
            case "ended", "taken" -> "There was nothing left to decide for its sender; told so";
            case "page-only" -> "Only the page decides there; told so";
            case "not-allowed" -> "A rule refused it; told why";
            default -> "Looked at by an operator, and deleted";
        };
    }

    /** Why it was not sent. */
    public String problem(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "address-undeliverable" -> "Earlier mail to this address came back.";
            case "mail-server-refused" -> "The mail server did not take it.";
            case "outcome-unknown" -> "It was handed over twice and no answer came; it may have arrived.";
            default -> "It could not be written.";
        };
    }

    /** What it was about. */
    public String kind(Notice.Kind kind) {
        return switch (kind) {
            case TASK_OPENED, TASK_RETURNED -> "A task that waits";
            case TASK_REMINDER -> "A reminder";
            case TASK_ESCALATION -> "A task that has waited too long";
            case STEP_REACHED -> "Where a piece has come to";
            case ANSWER -> "The answer to a mail";
            case DIGEST -> "The daily list";
            case FLOW_PROPOSED -> "A change of a flow";
            case ADDRESS_UNDELIVERABLE -> "Mail that came back";
            case BLOCKED, APPROVED, CHANGES_REQUESTED, REJECTED, RELEASE_REFUSED -> "What became of a piece";
            case PUBLISHED, PARTLY_PUBLISHED -> "A publication";
            case WITHDRAWN -> "A withdrawal";
        };
    }
}
