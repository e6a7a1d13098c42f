package io.imprimatur.flow.gate.proof;

import java.util.List;

/**
 * Something that can happen in a state.
 *
 * @param position where the instance stands: which of the instances within, level by level
 * @param node the node that it happens at, or the boundary or catching event that fires
 */
record Event(List<Integer> position, Action action, Node node) {
    enum Action {
        /** A job begins a node or goes on along a sequence flow. */
        GO_ON(""),
        /** A task ends, a time comes, a channel has answered. */
        COMPLETE("done"),
        APPROVE("approve"),
        REQUEST_CHANGES("ask for changes"),
        REJECT("reject"),
        /** The channels take it no more: it was refused at the last moment. */
        REFUSE("release refused"),
        EXPIRE("approval expired"),
        /** A boundary event, or an event behind an event-based gateway. */
        FIRE("happens"),
        /** The author changes the text of an open draft. */
        EDIT("the author changes the text");

        final String words;

        Action(String words) {
            this.words = words;
        }
    }
}
