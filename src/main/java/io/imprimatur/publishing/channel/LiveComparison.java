package io.imprimatur.publishing.channel;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is live with what was approved. Both sides are brought to Unicode's form NFC, runs of white space to one
 * blank, and white space at the ends is dropped; nothing else is forgiven.
 */
public final class LiveComparison {
    private LiveComparison() {}

    /** Names of the fields in which some view differs: {@code title}, {@code body}, {@code link}, {@code images}. */
    public static Set<String> differences(LivePost expected, ReadBack.Read live) {
        var fields = new TreeSet<String>();
        for (var view : live.views()) {
            note(fields, "title", normal(expected.title()).equals(normal(view.title())));
            note(fields, "body", normal(expected.paragraphs()).equals(normal(view.paragraphs())));
            note(fields, "link", normal(expected.link()).equals(normal(view.link())));
            note(fields, "images", sameImages(expected.images(), view.images()));
        }
        return fields;
    }

    private static void note(Set<String> fields, String field, boolean same) {
        if (!same) {
            fields.add(field);
        }
    }

    private static boolean sameImages(List<LivePost.Image> approved, List<LivePost.Image> live) {
        return approved.size() == live.size()
                && IntStream.range(0, approved.size()).allMatch(i -> same(approved.get(i), live.get(i)));
    }

    private static boolean same(LivePost.Image approved, LivePost.Image live) {
        return normal(approved.altText()).equals(normal(live.altText()))
                && (live.sha256() == null || live.sha256().equals(approved.sha256()));
    }

    private static List<String> normal(List<String> texts) {
        return texts.stream().map(LiveComparison::normal).toList();
    }

    private static String normal(@Nullable String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFC)
                        .replaceAll("[\\s\\u00a0]+", " ")
                        .strip();
    }
}
