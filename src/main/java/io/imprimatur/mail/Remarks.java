package io.imprimatur.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What reviewers answered by mail instead of deciding. */
public interface Remarks {
    /** @param text screened when it came: nothing in it was found that identifies a patient */
    record Remark(String person, String stage, int revision, String text, Instant at) {}

    /** Oldest first. The caller checks who may read them. */
    List<Remark> of(UUID contentId);
}
