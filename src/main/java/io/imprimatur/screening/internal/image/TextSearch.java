package io.imprimatur.screening.internal.image;

import io.imprimatur.screening.internal.image.TextEngine.Line;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Looks for text in an image that may stand upside down, on its side or askew, as wristbands on photos do. The engine sees
 * upright text and lines on their side. Lines of which it is unsure hint at text that stands otherwise, so the image is turned
 * then; and where it sees nothing at all, the image is tilted.
 */
final class TextSearch {
    /** From this confidence on, a line is what stands there. Tesseract gives 85 and more to print, below 50 to texture. */
    private static final float SURE = 75;

    /** Below this, a line is texture. */
    private static final float NOISE = 30;

    private static final int WORD = 3;
    private static final List<Integer> TILTS = List.of(-12, 12);

    private final TextEngine engine;
    private final BufferedImage image;
    private final Deadline deadline;
    private final List<List<Line>> found = new ArrayList<>();
    private boolean doubtful;

    private TextSearch(TextEngine engine, BufferedImage image, Deadline deadline) {
        this.engine = engine;
        this.image = image;
        this.deadline = deadline;
    }

    /** @param unsure whether there is something like writing that could not be read */
    record Text(String text, boolean unsure) {}

    static Text in(BufferedImage image, TextEngine engine, Deadline deadline) throws Unreadable {
        return new TextSearch(engine, image, deadline).search();
    }

    private Text search() throws Unreadable {
        look(image);
        if (doubtful) {
            for (int quarters = 1; quarters <= 3; quarters++) {
                look(Greys.turned(image, quarters));
            }
        }
        if (found.stream().noneMatch(lines -> lines.stream().anyMatch(TextSearch::isSure))) {
            for (int degrees : TILTS) {
                look(Greys.tilted(image, degrees));
            }
        }
        return joined();
    }

    private void look(BufferedImage turned) throws Unreadable {
        var lines = engine.lines(turned, deadline);
        doubtful |= lines.stream().filter(TextSearch::isDoubtful).count() > 0;
        found.add(lines.stream().filter(line -> line.confidence() >= NOISE).toList());
    }

    private static boolean isSure(Line line) {
        return line.confidence() >= SURE && letters(line).length() >= WORD;
    }

    private static boolean isDoubtful(Line line) {
        return line.confidence() < SURE && letters(line).length() >= WORD;
    }

    /** The best view as it is, then from the others the lines that are sure and new. */
    private Text joined() {
        var best = found.stream()
                .max(Comparator.comparingDouble(TextSearch::weight))
                .orElseThrow();
        var known = new HashSet<String>();
        var lines = new ArrayList<>(best);
        best.forEach(line -> known.add(letters(line)));
        for (var view : found) {
            view.stream()
                    .filter(line -> view != best && isSure(line) && known.add(letters(line)))
                    .map(line -> new Line(line.text(), line.confidence(), true))
                    .forEach(lines::add);
        }
        return new Text(
                text(lines),
                lines.stream().noneMatch(TextSearch::isSure) && best.stream().anyMatch(TextSearch::isDoubtful));
    }

    private static double weight(List<Line> lines) {
        return lines.stream()
                .filter(TextSearch::isSure)
                .mapToDouble(line -> letters(line).length() * (double) line.confidence())
                .sum();
    }

    private static String text(List<Line> lines) {
        var text = new StringBuilder();
        for (var line : lines) {
            if (!text.isEmpty()) {
                text.append(line.paragraph() ? "\n\n" : "\n");
            }
            text.append(line.text());
        }
        return text.toString();
    }

    private static String letters(Line line) {
        return line.text()
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
