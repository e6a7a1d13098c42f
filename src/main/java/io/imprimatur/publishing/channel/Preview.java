package io.imprimatur.publishing.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A post as a platform will show it.
 *
 * @param title as a heading of its own; null where the platform has none
 * @param text what is shown beside it, line ends as line feeds
 * @param counts as the platform counts, one for each of its limits
 * @param entities what the platform makes of parts of the text, in their order
 * @param remarks what would be refused, cut or changed
 * @param fold where the text is folded behind "more"
 * @param card the box that the platform makes of the link; null when it makes none
 * @param crops how the images are cut, one for each image
 */
@NamedInterface("preview")
public record Preview(
        @Nullable String title,
        String text,
        List<Count> counts,
        List<Entity> entities,
        List<Remark> remarks,
        Fold fold,
        @Nullable Card card,
        List<Crop> crops) {
    public Preview {
        counts = List.copyOf(counts);
        entities = List.copyOf(entities);
        remarks = List.copyOf(remarks);
        crops = List.copyOf(crops);
    }

    /** Whether the platform would take it as it is. */
    public boolean fits() {
        return counts.stream().noneMatch(Count::exceeded) && remarks.stream().noneMatch(Remark::refused);
    }

    /**
     * @param unit what is counted, in the plural, such as {@code characters} or {@code bytes}
     * @param field the field of the draft that is counted: {@code title}, {@code body} or {@code images}
     */
    @NamedInterface("preview")
    public record Count(String unit, int used, int limit, String field) {
        public boolean exceeded() {
            return used > limit;
        }
    }

    /** @param start and {@code end} UTF-16 offsets in {@link Preview#text} */
    @NamedInterface("preview")
    public record Entity(Kind kind, int start, int end) {
        /** What a reader can follow. */
        @NamedInterface("preview")
        public enum Kind {
            LINK,
            HASHTAG,
            MENTION
        }
    }

    /**
     * @param code lower-case and hyphenated
     * @param sentence for authors and reviewers
     * @param field the field of the draft that it is about
     * @param refused whether the platform would not take the post; else it takes it and changes something
     */
    @NamedInterface("preview")
    public record Remark(String code, String sentence, String field, boolean refused) {}

    /**
     * How many UTF-16 units of the text are seen before it is unfolded; the text's length or more when all are.
     *
     * @param wide on a desk's screen
     * @param phone on a phone
     */
    @NamedInterface("preview")
    public record Fold(int wide, int phone) {
        public static Fold never() {
            return new Fold(Integer.MAX_VALUE, Integer.MAX_VALUE);
        }
    }

    /** @param title as far as it is known here */
    @NamedInterface("preview")
    public record Card(String host, String title) {}

    /** The shape, as width divided by height, in which an image is shown first; null when it is shown whole. */
    @NamedInterface("preview")
    public record Crop(@Nullable Double wide, @Nullable Double phone) {
        public static Crop none() {
            return new Crop(null, null);
        }
    }
}
