package io.imprimatur.content.internal;

import io.imprimatur.content.ContentState;
import io.imprimatur.flow.TaskOpened;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A piece is a draft while its author has the task, and in review while a reviewer has one. */
@Component
class StateFollowsFlow {
    private final PieceStore pieces;
    private final Clock clock;

    StateFollowsFlow(PieceStore pieces, Clock clock) {
        this.pieces = pieces;
        this.clock = clock;
    }

    @EventListener
    void on(TaskOpened opened) {
        var task = opened.task();
        if (task.isDraft()) {
            pieces.enter(task.contentId(), ContentState.DRAFT, clock.instant());
        } else if (task.stage() != null) {
            pieces.enter(task.contentId(), ContentState.IN_REVIEW, clock.instant());
        }
    }
}
