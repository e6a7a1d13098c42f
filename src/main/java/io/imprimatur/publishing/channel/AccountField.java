package io.imprimatur.publishing.channel;

/**
 * One field of an account.
 *
 * @param name lower-case and hyphenated
 * @param label for managers
 * @param help one sentence: where to find the value
 */
public record AccountField(String name, Kind kind, String label, String help, boolean required) {
    /** What its value is. */
    public enum Kind {
        TEXT,
        /** An address with https, or with http on this machine. */
        ADDRESS,
        /** Encrypted at rest and never shown again. */
        SECRET
    }

    public static AccountField text(String name, String label, String help) {
        return new AccountField(name, Kind.TEXT, label, help, true);
    }

    public static AccountField address(String name, String label, String help) {
        return new AccountField(name, Kind.ADDRESS, label, help, true);
    }

    public static AccountField secret(String name, String label, String help) {
        return new AccountField(name, Kind.SECRET, label, help, true);
    }

    public AccountField optional() {
        return new AccountField(name, kind, label, help, false);
    }
}
