package io.imprimatur.flow.gate;

import java.util.List;

/**
 * What happened to one post.
 *
 * @param events in order of time
 */
public record RecordedPost(List<RecordedEvent> events) {
    public RecordedPost {
        events = List.copyOf(events);
    }
}
