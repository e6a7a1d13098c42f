package io.imprimatur.flow.gate.proof;

import io.imprimatur.flow.ContentApproval.Messages;
import io.imprimatur.flow.PublicationContract;

/** What a process is for: its key says it. */
enum Purpose {
    APPROVAL(Messages.REVISED),
    QUESTION(PublicationContract.SETTLED),
    WITHDRAWAL("");

    /** Name of the message that the product sends to it; empty for none. */
    final String message;

    Purpose(String message) {
        this.message = message;
    }

    static Purpose of(String key) {
        return switch (key) {
            case PublicationContract.QUESTION_KEY -> QUESTION;
            case PublicationContract.WITHDRAWAL_KEY -> WITHDRAWAL;
            default -> APPROVAL;
        };
    }
}
