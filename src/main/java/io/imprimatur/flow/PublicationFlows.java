package io.imprimatur.flow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The flows about posts that went out. Every method joins the running transaction. */
public interface PublicationFlows {
    /** Asks people about a publication, unless this is being asked already; another question about it is closed. */
    void ask(UUID publicationId, UUID contentId, int revision, Question question);

    /** Nothing is to be asked about that publication any more. */
    void settled(UUID publicationId);

    /**
     * Starts {@code withdrawal}.
     *
     * @param assessBy when an incident must have been assessed and people notified; null when there is none
     */
    void withdraw(UUID withdrawalId, UUID contentId, int revision, @Nullable Instant assessBy);

    /** Everything that the withdrawal is about is proven gone: lets {@code takeDown} go on. */
    void takenDown(UUID withdrawalId);

    /** Ends a running approval of that piece; does nothing when there is none. */
    void cancelApproval(UUID contentId);
}
