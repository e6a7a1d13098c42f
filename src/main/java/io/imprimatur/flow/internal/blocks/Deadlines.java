package io.imprimatur.flow.internal.blocks;

import io.imprimatur.flow.internal.FlowProperties;
import org.springframework.stereotype.Component;

/** How long tasks may wait, as ISO 8601 durations for timers and due dates: <code>${deadlines.reminder()}</code>. */
@Component("deadlines")
public final class Deadlines {
    private final FlowProperties properties;

    Deadlines(FlowProperties properties) {
        this.properties = properties;
    }

    public String reminder() {
        return properties.reminderAfter().toString();
    }

    public String escalation() {
        return properties.escalationAfter().toString();
    }
}
