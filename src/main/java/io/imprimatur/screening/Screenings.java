package io.imprimatur.screening;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Screening of submitted revisions: what was found is kept with the revision's hash, and so are the answers. */
public interface Screenings {
    /** Screens every text of that revision and stores the result; a second call for the same revision returns the first's. */
    Verdict screenRevision(UUID contentId, int revision);

    /** The stored verdict of that revision; empty if it was never screened. */
    Optional<Verdict> verdict(UUID contentId, int revision);

    /** By field and start. */
    List<RevisionFinding> findings(UUID contentId, int revision);

    /**
     * What was read in the images of that revision when it was screened, by the image's index. Findings in {@code
     * images[i].text} point into it; images in which nothing was read are left out.
     */
    Map<Integer, String> imageTexts(UUID contentId, int revision);

    /** Those findings without which the revision may go out only after somebody said why. */
    default List<RevisionFinding> findingsToAnswer(UUID contentId, int revision) {
        return findings(contentId, revision).stream()
                .filter(found -> found.finding().needsAnswer())
                .toList();
    }

    /**
     * Stores why the finding may go out; one answer a person, the later replaces the earlier. Caller checks who may.
     *
     * @throws io.imprimatur.platform.Refusal 404 {@code finding-not-found}; 400 {@code reason-missing},
     *     {@code reason-identifies} when the reason itself holds patient data
     */
    void answer(UUID contentId, int revision, UUID findingId, String personId, String reason);

    /**
     * Refuses words that would carry patient data along.
     *
     * @throws io.imprimatur.platform.Refusal 400 {@code reason-identifies}
     */
    void requireClear(String words);
}
