package io.imprimatur.flow.spi;

import io.imprimatur.flow.gate.Ending;
import io.imprimatur.flow.gate.RecordedPost;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Posts that went their way through a flow, so that a changed flow can be tried on them. */
public interface PastPosts {
    /** The last ones that were handed in, newest first. */
    List<PastPost> last(int most);

    /**
     * One post.
     *
     * @param label what it may be called before somebody who may not read it: its title only once it was published
     * @param ending how it went, or where it is now
     */
    record PastPost(UUID contentId, String label, Instant at, RecordedPost record, Ending ending) {}
}
