package io.imprimatur.mail;

/** Work that the module's one thread does on every round: short, bounded, and harmless when several nodes do it at once. */
public interface MailRound {
    void run();

    /** Whether it only forgets what is old, so that it need not be done as often as the rest. */
    default boolean isHousekeeping() {
        return false;
    }
}
