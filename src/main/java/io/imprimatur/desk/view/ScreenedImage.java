package io.imprimatur.desk.view;

import io.imprimatur.screening.Finding;
import java.util.List;
import java.util.UUID;

/**
 * One image with what screening found in it.
 *
 * @param number from 1
 * @param described whether it has an alternative text
 * @param findings about the image as a whole
 * @param read what was read in it, with the findings there
 */
public record ScreenedImage(int number, UUID mediaId, boolean described, List<Finding> findings, ScreenedText read) {
    public ScreenedImage {
        findings = List.copyOf(findings);
    }
}
