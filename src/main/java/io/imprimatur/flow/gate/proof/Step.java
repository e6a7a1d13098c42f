package io.imprimatur.flow.gate.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an event.
 *
 * @param state the next state; null if the engine cannot get there
 * @param passed flow nodes and sequence flows, in order
 */
record Step(@Nullable State state, List<Object> passed, List<Offence> offences, List<Happening> happenings) {
    /** Ids of what was passed. */
    List<String> ids() {
        return passed.stream().map(Object::toString).toList();
    }
}
