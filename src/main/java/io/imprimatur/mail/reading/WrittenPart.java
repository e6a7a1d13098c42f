package io.imprimatur.mail.reading;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Decides which lines of a text its writer wrote.
 *
 * @param written those lines
 * @param below lines below a delimiter, up to the quotation
 * @param ownFirst whether nothing was quoted or copied before the first of them
 */
record WrittenPart(String written, String below, boolean ownFirst) {

    private static final Set<LineKind> NEVER_WRITTEN =
            EnumSet.of(LineKind.ATTRIBUTION, LineKind.HEADER, LineKind.FOOTER, LineKind.DELIMITER);
    private static final Set<LineKind> FOREIGN = EnumSet.of(LineKind.ATTRIBUTION, LineKind.HEADER, LineKind.QUOTE);

    static WrittenPart of(TextLines all) {
        int firstText = all.first(LineKind.TEXT, 0);
        if (firstText == all.size()) {
            boolean quoteAlone = all.kinds().stream().noneMatch(NEVER_WRITTEN::contains) && !attributes(all);
            return new WrittenPart(quoteAlone ? text(all) : "", "", false);
        }
        boolean ownFirst = all.kinds().subList(0, firstText).stream().noneMatch(FOREIGN::contains);
        int copy = all.first(LineKind.HEADER, firstText);
        int delimiter = all.first(LineKind.DELIMITER, firstText);
        TextLines kept = all.part(0, Math.min(copy, delimiter));
        String below = delimiter < copy ? text(own(all.part(delimiter, copy))) : "";
        return new WrittenPart(text(Quotations.without(kept, firstText)), below, ownFirst);
    }

    /** The lines up to the quotation. */
    private static TextLines own(TextLines part) {
        return part.part(0, Math.min(part.first(LineKind.ATTRIBUTION, 0), part.first(LineKind.QUOTE, 0)));
    }

    private static boolean attributes(TextLines all) {
        List<String> plain = all.lines().stream().map(Lines::unquoted).toList();
        return IntStream.range(0, plain.size()).anyMatch(at -> Attribution.start(plain, at) >= 0);
    }

    /** Lines without those that nobody wrote, and without empty ones at both ends. */
    private static String text(TextLines part) {
        StringBuilder text = new StringBuilder();
        int pending = 0;
        for (int at = 0; at < part.size(); at++) {
            if (NEVER_WRITTEN.contains(part.kinds().get(at))) {
                continue;
            }
            String line = part.lines().get(at);
            if (line.isBlank()) {
                pending++;
                continue;
            }
            text.append(text.isEmpty() ? "" : "\n".repeat(pending + 1)).append(line);
            pending = 0;
        }
        return text.toString();
    }
}
