package io.imprimatur.screening;

import java.util.List;
import java.util.UUID;

/**
 * A finding in a submitted revision, with the answers to it.
 *
 * @param field {@code title}, {@code body}, {@code link}, or with the image's index {@code images[0]} for the image as a whole,
 *     {@code images[0].altText}, and {@code images[0].text} for what was read in it
 */
public record RevisionFinding(
        UUID id, UUID contentId, int revision, String field, Finding finding, List<FindingAnswer> answers) {
    public RevisionFinding {
        answers = List.copyOf(answers);
    }
}
