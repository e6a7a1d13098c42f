package io.imprimatur.content.comparison;

import io.imprimatur.content.Revision;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What changed between two revisions, field by field. */
@Component
public class RevisionComparison {
    private final TextComparison texts;
    private final RevisionWords words;

    RevisionComparison(TextComparison texts, RevisionWords words) {
        this.texts = texts;
        this.words = words;
    }

    /**
     * @param field name of the field in words
     * @param difference what changed in it
     */
    public record FieldChange(String field, Difference difference) {}

    /** Only the fields that differ. */
    public List<FieldChange> compare(Revision before, Revision after) {
        var changes = new ArrayList<FieldChange>();
        add(changes, "Title", before.title(), after.title());
        add(changes, "Text", before.body(), after.body());
        texts(changes, before, after);
        add(changes, "Link", words(before.link()), words(after.link()));
        add(changes, "Images", images(before), images(after));
        add(changes, "Kind", words.kind(before.kind()), words.kind(after.kind()));
        add(changes, "Channels", words.channels(before.channels()), words.channels(after.channels()));
        add(changes, "Goes out", words.goesOut(before), words.goesOut(after));
        return changes;
    }

    /** What the given title and text change in that revision. */
    public List<FieldChange> compareTexts(Revision before, String title, String body) {
        var changes = new ArrayList<FieldChange>();
        add(changes, "Title", before.title(), title);
        add(changes, "Text", before.body(), body);
        return changes;
    }

    private void texts(List<FieldChange> changes, Revision before, Revision after) {
        var keys = new TreeSet<>(before.texts().keySet());
        keys.addAll(after.texts().keySet());
        keys.forEach(key -> add(
                changes,
                "Text for " + words.channel(key),
                before.texts().getOrDefault(key, ""),
                after.texts().getOrDefault(key, "")));
    }

    private void add(List<FieldChange> changes, String field, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new FieldChange(field, texts.compare(before, after)));
        }
    }

    private static String words(@Nullable URI link) {
        return link == null ? "" : link.toString();
    }

    private static String images(Revision revision) {
        return revision.images().stream()
                .map(image -> "Image %s: %s".formatted(image.sha256().substring(0, 8), image.altText()))
                .collect(Collectors.joining("\n"));
    }
}
