package io.imprimatur.screening.internal.image;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in an image.
 *
 * @param printed text, line by line
 * @param codes what each barcode or QR code says
 * @param doubts why this may not be all
 */
record ImageReading(String printed, List<String> codes, Set<Doubt> doubts) {
    ImageReading {
        codes = List.copyOf(codes);
        doubts = Set.copyOf(doubts);
    }

    static ImageReading nothing(Doubt because) {
        return new ImageReading("", List.of(), Set.of(because));
    }

    /** The printed text, then each code as a paragraph of its own. */
    String text() {
        return Stream.concat(Stream.of(printed), codes.stream())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    /** With so much of that text as may be screened. */
    ImageReading printing(String text, int maxCharacters) {
        return text.length() <= maxCharacters
                ? new ImageReading(text, codes, doubts)
                : new ImageReading(text.substring(0, maxCharacters), codes, doubts).doubting(Doubt.CUT);
    }

    ImageReading doubting(Doubt further) {
        var all = EnumSet.of(further);
        all.addAll(doubts);
        return new ImageReading(printed, codes, all);
    }

    /** Whether reading it again would tell the same. */
    boolean lasts() {
        return doubts.stream().noneMatch(Doubt::passes);
    }
}
