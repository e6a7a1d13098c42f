package io.imprimatur.mail.reading;

/**
 * One header field.
 *
 * @param name as written, without the colon
 * @param raw its unfolded value, not decoded
 * @param cut whether the value is longer than what is read of it
 */
record Field(String name, String raw, boolean cut) {

    boolean is(String wanted) {
        return name.equalsIgnoreCase(wanted);
    }
}
