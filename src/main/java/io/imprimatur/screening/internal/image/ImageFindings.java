package io.imprimatur.screening.internal.image;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.Severity;
import java.util.ArrayList;
import java.util.List;

/** What a reviewer has to look at in an image as a whole. */
final class ImageFindings {
    private static final Finding PHOTO =
            Finding.ofWhole(Identifier.PHOTO, Severity.REVIEW).by("photograph");

    private ImageFindings() {}

    /** Every image may show somebody; the rest depends on what was read. */
    static List<Finding> of(ImageReading reading) {
        var findings = new ArrayList<Finding>();
        findings.add(PHOTO);
        if (!reading.codes().isEmpty()) {
            findings.add(
                    other(
                            "barcode",
                            "There is a barcode or QR code in this image. Make sure that it leads to nobody's record, or take it out."));
        }
        if (LabelLook.matches(reading.printed())) {
            findings.add(
                    other(
                            "label",
                            "This looks like a wristband, a label or a form of one patient. Take it out of the picture, or make it unreadable."));
        }
        for (var doubt : Doubt.values()) {
            if (reading.doubts().contains(doubt)) {
                findings.add(other(
                        "image-text",
                        doubt.sentence()
                                + " Look at it closely: no name, number, wristband or screen may be readable."));
            }
        }
        return findings;
    }

    private static Finding other(String detector, String advice) {
        return Finding.ofWhole(Identifier.OTHER_ID, Severity.REVIEW)
                .by(detector)
                .advising(advice);
    }
}
