package io.imprimatur.flow.gate.proof;

/**
 * What makes a boundary event fire.
 *
 * @param code of an error or escalation; name of a message; empty for any, and for a timer
 * @param interrupting whether the activity ends by it
 * @param repeats whether it may fire more than once while the activity lasts
 */
record Trigger(Cause cause, String code, boolean interrupting, boolean repeats) {
    enum Cause {
        TIMER,
        MESSAGE,
        ERROR,
        ESCALATION
    }

    boolean catches(Cause thrown, String thrownCode) {
        return cause == thrown && (code.isEmpty() || code.equals(thrownCode));
    }
}
