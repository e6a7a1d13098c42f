package io.imprimatur.screening;

import java.util.List;
import java.util.UUID;

/**
 * A finding in a submitted revision, with the answers to it.
 *
 * @param field {@code title}, {@code body}, {@code link}, or {@code images[0].altText} with the image's index
 */
public record RevisionFinding(
        UUID id, UUID contentId, int revision, String field, Finding finding, List<FindingAnswer> answers) {
    public RevisionFinding {
        answers = List.copyOf(answers);
    }
}
