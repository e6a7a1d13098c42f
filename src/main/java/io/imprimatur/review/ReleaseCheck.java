package io.imprimatur.review;

import java.util.UUID;

/** Promise 1: asked at the moment of publishing, in the transaction that claims the publication. */
public interface ReleaseCheck {
    /** Never throws for a business reason; anything that cannot be answered is refused. */
    ReleaseAnswer check(UUID contentId, int revision);
}
