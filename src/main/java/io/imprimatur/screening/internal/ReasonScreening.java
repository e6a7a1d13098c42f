package io.imprimatur.screening.internal;

import io.imprimatur.content.ReasonCheck;
import io.imprimatur.platform.Refusal;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.Screener;
import io.imprimatur.screening.ScreeningUnavailable;
import io.imprimatur.screening.Severity;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reasons travel by mail and stay for years, so they must not carry along what the content may not. */
@Component
class ReasonScreening implements ReasonCheck {
    private final Screener screener;
    private final ScreeningProperties properties;

    ReasonScreening(Screener screener, ScreeningProperties properties) {
        this.screener = screener;
        this.properties = properties;
    }

    /** The reason without blanks around it, when there is one, it is short enough and clear. */
    String checked(String reason) {
        var words = reason.strip();
        if (words.isEmpty()) {
            throw Refusal.invalid("reason-missing", "Please give a reason.").about("reason");
        }
        if (words.length() > properties.maxReasonLength()) {
            throw Refusal.invalid(
                            "reason-too-long",
                            "The reason is longer than " + properties.maxReasonLength()
                                    + " characters; please shorten it.")
                    .about("reason");
        }
        requireClear(words);
        return words;
    }

    /** Only what is sure is refused: a date in "see our meeting of 3 May" is none of a patient. */
    @Override
    public void requireClear(String words) {
        var kinds = sureKinds(words);
        if (!kinds.isEmpty()) {
            throw Refusal.invalid(
                            "reason-identifies",
                            "The reason holds " + kinds + ". Please leave out what could identify a patient.")
                    .about("reason");
        }
    }

    private String sureKinds(String words) {
        try {
            return screener.screen(words).findings().stream()
                    .filter(finding -> finding.severity() == Severity.BLOCK)
                    .map(Finding::identifier)
                    .distinct()
                    .map(Identifier::inWords)
                    .collect(Collectors.joining(" and "));
        } catch (ScreeningUnavailable nobodyKnows) {
            throw new Refusal(
                    Refusal.Kind.UNAVAILABLE,
                    "screening-unavailable",
                    "The reason could not be screened, so nothing was saved. Please try again later.");
        }
    }
}
