package io.imprimatur.publishing.channel;

/** What is about to be sent is not what was approved. Nothing may be sent. */
public final class ApprovedBytesChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ApprovedBytesChanged() {
        super("The stored bytes do not have the hash that was approved.");
    }
}
