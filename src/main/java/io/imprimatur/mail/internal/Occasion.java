package io.imprimatur.mail.internal;

import io.imprimatur.flow.FlowTask;
import io.imprimatur.mail.Notice;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that people hear of once each.
 *
 * @param key names the occasion among all others
 */
record Occasion(
        String key, Notice.Kind kind, UUID contentId, int revision, @Nullable String taskId, @Nullable String stage) {
    static Occasion ofTask(Notice.Kind kind, FlowTask task) {
        return new Occasion(kind + ":" + task.id(), kind, task.contentId(), task.revision(), task.id(), task.stage());
    }

    /** The same may happen to a revision again, such as a second request for changes: each time is an occasion. */
    static Occasion ofContent(Notice.Kind kind, UUID contentId, int revision, @Nullable String stage) {
        return new Occasion(kind + ":" + UUID.randomUUID(), kind, contentId, revision, null, stage);
    }
}
