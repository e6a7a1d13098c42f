package io.imprimatur.screening.internal.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.imprimatur.screening.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * How often one detector found one identifier in the revisions of a period, and what became of it.
 *
 * @param findings how often in all
 * @param information of them, what is the organisation's own
 * @param review of them, what somebody should look at
 * @param block of them, what is sure
 * @param answered findings to be answered of which somebody said why they may go out
 * @param released answered findings in revisions that went on towards publication
 * @param changed findings to be answered, not answered, that a later revision of the same piece followed
 * @param falseAlarmRate answered findings among those to be answered, 0 to 1; null when there were none to answer
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DetectorCount(
        Identifier identifier,
        String detector,
        long findings,
        long information,
        long review,
        long block,
        long answered,
        long released,
        long changed,
        @Nullable Double falseAlarmRate) {

    static DetectorCount of(
            Identifier identifier,
            String detector,
            long information,
            long review,
            long block,
            long answered,
            long released,
            long changed) {
        var toAnswer = review + block;
        return new DetectorCount(
                identifier,
                detector,
                information + toAnswer,
                information,
                review,
                block,
                answered,
                released,
                changed,
                toAnswer == 0 ? null : (double) answered / toAnswer);
    }

    /** Findings that needed an answer. */
    public long toAnswer() {
        return review + block;
    }
}
