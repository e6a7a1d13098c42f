package io.imprimatur.screening;

/**
 * A place that may identify a patient.
 *
 * @param start first UTF-16 unit of it
 * @param end behind its last UTF-16 unit; start and end are 0 when it is about an image as a whole
 * @param detector name of the detector that found it, such as {@code telephone-number}; empty until the screener knows
 * @param rule the paragraph of 45 CFR 164.514(b)(2) in words, such as {@code Telephone numbers, 45 CFR 164.514(b)(2)(i)(D)}
 * @param advice what the author can do
 */
public record Finding(
        Identifier identifier, int start, int end, Severity severity, String detector, String rule, String advice) {
    public Finding {
        if (start < 0 || end < start || (end == start && end != 0)) {
            throw new IllegalArgumentException("A finding from " + start + " to " + end + " marks nothing.");
        }
    }

    /** A finding with the identifier's own rule and usual advice. */
    public static Finding of(Identifier identifier, int start, int end, Severity severity) {
        return new Finding(identifier, start, end, severity, "", identifier.rule(), identifier.advice());
    }

    /** A finding about an image as a whole, with the identifier's own rule and usual advice. */
    public static Finding ofWhole(Identifier identifier, Severity severity) {
        return of(identifier, 0, 0, severity);
    }

    /** Whether it is about an image as a whole instead of a place in a text. */
    public boolean isOfWhole() {
        return end == 0;
    }

    /** The same finding at another place. */
    public Finding at(int newStart, int newEnd) {
        return new Finding(identifier, newStart, newEnd, severity, detector, rule, advice);
    }

    /** The same finding with advice that fits its context better. */
    public Finding advising(String better) {
        return new Finding(identifier, start, end, severity, detector, rule, better);
    }

    /** The same finding with another severity. */
    public Finding as(Severity other) {
        return new Finding(identifier, start, end, other, detector, rule, advice);
    }

    /** The same finding with the name of the detector that made it. */
    public Finding by(String detectorName) {
        return new Finding(identifier, start, end, severity, detectorName, rule, advice);
    }

    /** Whether somebody has to say why it may go out; what is the organisation's own needs no answer. */
    public boolean needsAnswer() {
        return severity != Severity.INFORMATION;
    }

    public boolean covers(Finding other) {
        return start <= other.start && other.end <= end;
    }

    public boolean overlaps(Finding other) {
        return start < other.end && other.start < end;
    }
}
