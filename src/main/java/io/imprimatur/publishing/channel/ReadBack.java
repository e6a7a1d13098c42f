package io.imprimatur.publishing.channel;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What readers see of a published post. */
public sealed interface ReadBack {
    /** @param views the post as the platform stores it and as it shows it; each must equal what was approved */
    record Read(List<LivePost> views) implements ReadBack {
        public Read {
            views = List.copyOf(views);
        }
    }

    /** It is not public any more. */
    record Missing() implements ReadBack {}

    /** The platform does not let this account read its posts, so what is live cannot be known from it. */
    record NotReadable() implements ReadBack {}

    /**
     * The platform did not answer.
     *
     * @param pause how long it asked to be left alone, if it did
     */
    record Unavailable(String code, @Nullable Duration pause) implements ReadBack {}
}
