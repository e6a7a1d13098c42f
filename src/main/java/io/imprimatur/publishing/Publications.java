package io.imprimatur.publishing;

import java.util.List;
import java.util.UUID;

/** What went out, and what did not. */
public interface Publications {
    List<Publication> ofContent(UUID contentId);

    /** Publications that wait for a manager: failed, unknown after the last look, different from what was approved. */
    List<Publication> troubled();

    /** A manager lets a failed publication be tried again. */
    void tryAgain(UUID publicationId, String managerId);

    /** A manager says of an unknown publication that it is live or is not. */
    void settleUnknown(UUID publicationId, boolean live, String managerId);
}
