package io.imprimatur.content;

import java.util.Set;
import java.util.UUID;

/** Port: who reads unpublished pieces besides their authors; filled by {@code review}. */
public interface ReadAccess {
    /** Whether this person may read that unpublished piece: author, reviewer of an open stage, compliance. */
    boolean mayRead(UUID contentId, String personId);

    /** Pieces with a task that this person holds or could take, and pieces that this person decided on. */
    Set<UUID> reviewedBy(String personId);

    /** Notes in the ledger that somebody other than its author read an unpublished piece; joins the transaction. */
    void noteRead(UUID contentId, String personId);
}
