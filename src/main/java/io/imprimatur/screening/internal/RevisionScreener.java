package io.imprimatur.screening.internal;

import io.imprimatur.content.Revision;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.ImageScreener;
import io.imprimatur.screening.RevisionFinding;
import io.imprimatur.screening.Screener;
import io.imprimatur.screening.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Screens every text and every image of a revision that leave the house. */
@Component
class RevisionScreener {
    private final Screener screener;
    private final ImageScreener imageScreener;

    RevisionScreener(Screener screener, ImageScreener imageScreener) {
        this.screener = screener;
        this.imageScreener = imageScreener;
    }

    /**
     * @param findings in the order of the fields
     * @param imageTexts what was read in each image, by its index
     */
    record Screened(Verdict verdict, List<RevisionFinding> findings, Map<Integer, String> imageTexts) {}

    Screened screen(Revision revision) {
        var pass = new Pass(revision);
        pass.text("title", revision.title());
        pass.text("body", revision.body());
        if (revision.link() != null) {
            pass.text("link", revision.link().toString());
        }
        new TreeMap<>(revision.texts()).forEach((channel, text) -> pass.text("texts[" + channel + "]", text));
        for (int index = 0; index < revision.images().size(); index++) {
            pass.image(index, revision.images().get(index));
        }
        return new Screened(pass.verdict, List.copyOf(pass.findings), Map.copyOf(pass.imageTexts));
    }

    /** One walk over the fields. */
    private final class Pass {
        private final Revision revision;
        private final List<RevisionFinding> findings = new ArrayList<>();
        private final Map<Integer, String> imageTexts = new TreeMap<>();
        private Verdict verdict = Verdict.CLEAR;

        Pass(Revision revision) {
            this.revision = revision;
        }

        void text(String field, String text) {
            var screening = screener.screen(text);
            verdict = verdict.worse(screening.verdict());
            add(field, screening.findings());
        }

        void image(int index, Revision.Image image) {
            var field = "images[" + index + "]";
            var screening = imageScreener.screen(image.mediaId());
            verdict = verdict.worse(screening.verdict());
            add(field, screening.ofImage());
            text(field + ".altText", image.altText());
            add(field + ".text", screening.inText());
            if (!screening.text().isEmpty()) {
                imageTexts.put(index, screening.text());
            }
        }

        private void add(String field, List<Finding> found) {
            found.forEach(finding -> findings.add(new RevisionFinding(
                    UUID.randomUUID(), revision.contentId(), revision.number(), field, finding, List.of())));
        }
    }
}
