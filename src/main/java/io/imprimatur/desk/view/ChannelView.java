package io.imprimatur.desk.view;

import io.imprimatur.content.Revision;
import io.imprimatur.publishing.Previews.ChannelPreview;
import io.imprimatur.publishing.channel.Preview;
import io.imprimatur.publishing.channel.Preview.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A channel's preview in the parts that a page shows.
 *
 * @param parts the text cut where something begins or ends: an entity, or a fold
 */
public record ChannelView(String channel, Preview preview, List<Part> parts, List<Shown> images) {
    public ChannelView {
        parts = List.copyOf(parts);
        images = List.copyOf(images);
    }

    /**
     * @param kind what the platform makes of it; null for plain text
     * @param hiddenWide whether it is behind "more" on a desk's screen
     * @param hiddenPhone whether it is behind "more" on a phone
     */
    public record Part(String text, Entity.@Nullable Kind kind, boolean hiddenWide, boolean hiddenPhone) {}

    /** An image with the shapes in which it is shown first; null when it is shown whole. */
    public record Shown(UUID mediaId, String altText, @Nullable Double wide, @Nullable Double phone) {
        /** The nearest of the shapes that the style sheet knows. */
        public String wideShape() {
            return shape(wide);
        }

        public String phoneShape() {
            return shape(phone);
        }

        private static String shape(@Nullable Double ratio) {
            if (ratio == null) {
                return "whole";
            }
            return ratio > 1.6 ? "wide" : ratio > 1.1 ? "landscape" : ratio > 0.9 ? "square" : "tall";
        }
    }

    public static ChannelView of(ChannelPreview of, Revision revision) {
        var preview = of.preview();
        return new ChannelView(of.channel().displayName(), preview, parts(preview), images(preview, revision));
    }

    /** Whether anything is hidden at first on a desk's screen. */
    public boolean foldsWide() {
        return preview.fold().wide() < preview.text().length();
    }

    public boolean foldsOnPhone() {
        return preview.fold().phone() < preview.text().length();
    }

    private static List<Part> parts(Preview preview) {
        var text = preview.text();
        var cuts = new TreeSet<Integer>(List.of(0, text.length()));
        preview.entities().forEach(entity -> cuts.addAll(List.of(entity.start(), entity.end())));
        cuts.add(Math.min(preview.fold().wide(), text.length()));
        cuts.add(Math.min(preview.fold().phone(), text.length()));
        var places = new ArrayList<>(cuts);
        var parts = new ArrayList<Part>();
        for (int i = 0; i + 1 < places.size(); i++) {
            int start = places.get(i);
            parts.add(new Part(
                    text.substring(start, places.get(i + 1)),
                    kindAt(preview, start),
                    start >= preview.fold().wide(),
                    start >= preview.fold().phone()));
        }
        return parts;
    }

    private static Entity.@Nullable Kind kindAt(Preview preview, int place) {
        return preview.entities().stream()
                .sorted(Comparator.comparing(Entity::start))
                .filter(entity -> entity.start() <= place && place < entity.end())
                .map(Entity::kind)
                .findFirst()
                .orElse(null);
    }

    private static List<Shown> images(Preview preview, Revision revision) {
        return IntStream.range(
                        0, Math.min(preview.crops().size(), revision.images().size()))
                .mapToObj(i -> new Shown(
                        revision.images().get(i).mediaId(),
                        revision.images().get(i).altText(),
                        preview.crops().get(i).wide(),
                        preview.crops().get(i).phone()))
                .toList();
    }
}
