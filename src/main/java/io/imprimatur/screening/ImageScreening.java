package io.imprimatur.screening;

import java.util.List;

/**
 * What was found in one image.
 *
 * @param verdict at least {@code REVIEW}, since somebody has to look at every image
 * @param text what was read in it: print line by line, then what each barcode or QR code says; empty if nothing was
 * @param ofImage findings about the image as a whole; never empty
 * @param inText findings in what was read, in order of their start
 */
public record ImageScreening(Verdict verdict, String text, List<Finding> ofImage, List<Finding> inText) {
    public ImageScreening {
        ofImage = List.copyOf(ofImage);
        inText = List.copyOf(inText);
    }

    public static ImageScreening of(List<Finding> ofImage, String text, TextScreening inText) {
        return new ImageScreening(Verdict.of(ofImage).worse(inText.verdict()), text, ofImage, inText.findings());
    }
}
