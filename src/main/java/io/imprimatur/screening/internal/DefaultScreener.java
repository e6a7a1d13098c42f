package io.imprimatur.screening.internal;

import io.imprimatur.platform.Refusal;
import io.imprimatur.screening.Detector;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.NormalText;
import io.imprimatur.screening.Screener;
import io.imprimatur.screening.ScreeningUnavailable;
import io.imprimatur.screening.TextScreening;
import io.imprimatur.screening.Verdict;
import io.imprimatur.screening.internal.normal.MappedText;
import io.imprimatur.screening.internal.normal.NormalForm;
import io.imprimatur.screening.internal.normal.Reading;
import io.imprimatur.screening.internal.own.OwnOrganisation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks every detector about every reading, maps what they found back to the original text, and settles overlaps. */
@Component
class DefaultScreener implements Screener {
    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparingInt(Finding::start).thenComparingInt(Finding::end);

    private final List<Detector> detectors;
    private final OwnOrganisation own;
    private final ScreeningProperties properties;

    DefaultScreener(List<Detector> detectors, OwnOrganisation own, ScreeningProperties properties) {
        if (detectors.isEmpty()) {
            throw new IllegalStateException("Screening needs at least one detector.");
        }
        this.detectors = List.copyOf(detectors);
        this.own = own;
        this.properties = properties;
    }

    @Override
    public TextScreening screen(String text) {
        if (text.length() > properties.maxTextLength()) {
            throw new Refusal(
                    Refusal.Kind.TOO_LARGE,
                    "text-too-long",
                    "The text is longer than the " + properties.maxTextLength() + " characters that can be screened.");
        }
        var plain = NormalForm.of(text);
        var found = new ArrayList<>(inOriginal(plain, findings(plain)));
        for (var reading : Reading.of(plain)) {
            var rewritten = findings(reading.text()).stream()
                    .filter(finding -> reading.isRewritten(finding.start(), finding.end()))
                    .toList();
            found.addAll(inOriginal(reading.text(), rewritten));
        }
        var settled = Overlaps.settle(found);
        var verdict = settled.size() > properties.maxFindings() ? Verdict.BLOCK : Verdict.of(settled);
        return new TextScreening(verdict, listed(settled));
    }

    private List<Finding> findings(MappedText form) {
        var normal = new NormalText(form.text());
        var found = new ArrayList<Finding>();
        for (var detector : detectors) {
            found.addAll(ask(detector, normal));
        }
        return relieved(Overlaps.settle(found), normal);
    }

    private static List<Finding> inOriginal(MappedText form, List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.at(form.originalStart(finding.start()), form.originalEnd(finding.end())))
                .toList();
    }

    /** Without knowing what is the organisation's own there is no answer, as without a detector. */
    private List<Finding> relieved(List<Finding> findings, NormalText normal) {
        try {
            return own.relieved(findings, normal);
        } catch (RuntimeException failure) {
            throw new ScreeningUnavailable("directory");
        }
    }

    /** Whatever goes wrong in a detector, its answer is missing; the cause may quote the text and is dropped. */
    private static List<Finding> ask(Detector detector, NormalText normal) {
        try {
            return detector.find(normal).stream()
                    .map(finding -> checked(finding, normal).by(detector.name()))
                    .toList();
        } catch (RuntimeException | StackOverflowError failure) {
            throw new ScreeningUnavailable(detector.name());
        }
    }

    private static Finding checked(Finding finding, NormalText normal) {
        if (finding.isOfWhole() || finding.end() > normal.text().length()) {
            throw new IllegalStateException("The finding marks no place in the text.");
        }
        return finding;
    }

    /** The surest ones when there are too many. */
    private List<Finding> listed(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::severity).reversed().thenComparing(BY_PLACE))
                .limit(properties.maxFindings())
                .sorted(BY_PLACE)
                .toList();
    }
}
