package io.imprimatur.publishing;

import java.util.List;
import java.util.UUID;

/** What went out, and what did not. */
public interface Publications {
    /** By revision and channel. */
    List<Publication> ofContent(UUID contentId);

    /**
     * Publications that wait for a manager, longest first: failed, unknown after the last look, different from what was
     * approved, not to be read back.
     */
    List<Publication> troubled();

    /**
     * A manager lets a publication that waits for one be tried again: a failed one is sent, an unknown one looked for, a
     * live one compared.
     *
     * @throws io.imprimatur.platform.Refusal 403 {@code managers-only}; 404 {@code publication-not-found}; 409
     *     {@code publication-not-stopped} when it does not wait for a manager
     */
    void tryAgain(UUID publicationId, String managerId);

    /**
     * Somebody has looked. A publication that is withdrawn and is not live any more is looked at once more; an unknown publication that is live is compared with what was approved, one that is not is
     * sent again; one that is live and differs, or cannot be read back, is kept as it is.
     *
     * @throws io.imprimatur.platform.Refusal as {@link #tryAgain}; 409 {@code publication-settled} when it is known
     *     whether it is live
     */
    void settleUnknown(UUID publicationId, boolean live, String managerId);
}
