package io.imprimatur.content.internal;

import io.imprimatur.content.Revision;
import io.imprimatur.platform.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What a revision must have before anybody is asked to review it. */
@Component
class SubmissionRules {
    private final ChannelRules channels;
    private final Clock clock;

    SubmissionRules(ChannelRules channels, Clock clock) {
        this.channels = channels;
        this.clock = clock;
    }

    void requireComplete(Revision revision) {
        if (revision.title().isBlank()) {
            throw Refusal.invalid("title-missing", "The piece needs a title before it can be submitted.")
                    .about("title");
        }
        if (revision.body().isBlank()) {
            throw Refusal.invalid("body-missing", "The piece needs a text before it can be submitted.")
                    .about("body");
        }
        channels.requireFit(revision);
        var publishAt = revision.publishAt();
        if (publishAt != null && !publishAt.isAfter(clock.instant())) {
            throw Refusal.invalid(
                            "publish-at-past",
                            "The time of publication has passed. Choose a later one, or none to publish once approved.")
                    .about("publishAt");
        }
    }
}
