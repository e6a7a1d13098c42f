package io.imprimatur.screening;

import java.util.List;

/**
 * Finds one kind of identifier. Every Spring bean of this type takes part in screening, so a further check is one more
 * bean. A detector keeps no state and finishes in a time that grows no faster than the text.
 */
public interface Detector {
    /** Names it in error messages and statistics: lower-case words joined by hyphens. */
    String name();

    /** @return findings with offsets into that text; they may overlap, also with other detectors' findings */
    List<Finding> find(NormalText text);
}
