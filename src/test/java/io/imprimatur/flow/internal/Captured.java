package io.imprimatur.flow.internal;

import io.imprimatur.flow.StepReached;
import io.imprimatur.flow.TaskOpened;
import io.imprimatur.flow.TaskReminded;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;

/** Keeps the events that the flow published. */
final class Captured {
    private final List<TaskOpened> opened = new CopyOnWriteArrayList<>();
    private final List<TaskReminded> reminded = new CopyOnWriteArrayList<>();

    private final List<StepReached> reached = new CopyOnWriteArrayList<>();

    @EventListener
    void on(TaskOpened event) {
        opened.add(event);
    }

    @EventListener
    void on(TaskReminded event) {
        reminded.add(event);
    }

    @EventListener
    void on(StepReached event) {
        reached.add(event);
    }

    List<StepReached> reached(UUID contentId) {
        return reached.stream()
                .filter(event -> event.contentId().equals(contentId))
                .toList();
    }

    List<TaskOpened> opened(UUID contentId) {
        return opened.stream()
                .filter(event -> event.task().contentId().equals(contentId))
                .toList();
    }

    List<TaskReminded> reminded(UUID contentId) {
        return reminded.stream()
                .filter(event -> event.task().contentId().equals(contentId))
                .toList();
    }
}
