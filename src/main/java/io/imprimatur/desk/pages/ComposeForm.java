package io.imprimatur.desk.pages;

import io.imprimatur.content.ContentKind;
import io.imprimatur.content.Draft;
import io.imprimatur.content.PublicationTime;
import io.imprimatur.content.Revision;
import io.imprimatur.desk.view.Words;
import io.imprimatur.platform.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the compose page's form holds: everything as it was typed, so that nothing is lost when it is refused.
 *
 * @param seen number of the revision that the author has seen; null for a new piece
 * @param texts texts of their own by the channel's key
 * @param publishAt time on the clock of the zone, as a field of type {@code datetime-local} gives it
 * @param timeZone IANA name; blank for the desk's
 */
record ComposeForm(
        @Nullable Integer seen,
        String kind,
        String title,
        String body,
        String link,
        List<ImageField> images,
        List<String> channels,
        Map<String, String> texts,
        String publishAt,
        String timeZone) {

    /** An image in the form. */
    record ImageField(@Nullable UUID mediaId, @Nullable String altText) {}

    @SuppressWarnings("ConstantValue")
    ComposeForm(
            @Nullable Integer seen,
            @Nullable String kind,
            @Nullable String title,
            @Nullable String body,
            @Nullable String link,
            @Nullable List<ImageField> images,
            @Nullable List<String> channels,
            @Nullable Map<String, String> texts,
            @Nullable String publishAt,
            @Nullable String timeZone) {
        this.seen = seen;
        this.kind = text(kind);
        this.title = text(title);
        this.body = text(body).replace("\r\n", "\n");
        this.link = text(link);
        this.images = images == null
                ? List.of()
                : images.stream()
                        .filter(image -> image != null && image.mediaId() != null)
                        .toList();
        this.channels = channels == null
                ? List.of()
                : channels.stream().filter(Objects::nonNull).toList();
        this.texts = new TreeMap<>();
        if (texts != null) {
            texts.forEach((channel, own) -> this.texts.put(channel, text(own).replace("\r\n", "\n")));
        }
        this.publishAt = text(publishAt);
        this.timeZone = text(timeZone);
    }

    static ComposeForm empty(List<String> channels) {
        return new ComposeForm(
                null, ContentKind.ANNOUNCEMENT.name(), "", "", "", List.of(), channels, Map.of(), "", "");
    }

    static ComposeForm of(Revision revision, Words words) {
        return new ComposeForm(
                revision.number(),
                revision.kind().name(),
                revision.title(),
                revision.body(),
                revision.link() == null ? "" : revision.link().toString(),
                revision.images().stream()
                        .map(image -> new ImageField(image.mediaId(), image.altText()))
                        .toList(),
                revision.channels(),
                revision.texts(),
                words.localTime(revision),
                revision.timeZone() == null ? "" : revision.timeZone().getId());
    }

    ComposeForm seen(int number) {
        return new ComposeForm(number, kind, title, body, link, images, channels, texts, publishAt, timeZone);
    }

    /** Whether nothing was written yet, as in a piece that was begun in Tasklist. */
    boolean isBlank() {
        return title.isBlank() && body.isBlank() && images.isEmpty() && channels.isEmpty();
    }

    ComposeForm to(List<String> keys) {
        return new ComposeForm(seen, kind, title, body, link, images, keys, texts, publishAt, timeZone);
    }

    ComposeForm attach(UUID mediaId) {
        var added = new ImageField(mediaId, "");
        return images(Stream.concat(images.stream(), Stream.of(added)).toList());
    }

    ComposeForm remove(int index) {
        var left = new ArrayList<>(images);
        if (index >= 0 && index < left.size()) {
            left.remove(index);
        }
        return images(left);
    }

    /** Lets an image change places with the one before it. */
    ComposeForm moveUp(int index) {
        var moved = new ArrayList<>(images);
        if (index > 0 && index < moved.size()) {
            Collections.swap(moved, index - 1, index);
        }
        return images(moved);
    }

    private ComposeForm images(List<ImageField> changed) {
        return new ComposeForm(seen, kind, title, body, link, changed, channels, texts, publishAt, timeZone);
    }

    /** @throws Refusal 400 {@code kind}, {@code link}, {@code publish-at-invalid} and the like when a field cannot be understood */
    Draft toDraft(ZoneId zone) {
        return new Draft(
                parsedKind(),
                title.strip(),
                body,
                parsedLink(),
                images.stream()
                        .map(image -> new Draft.Image(
                                Objects.requireNonNull(image.mediaId()),
                                text(image.altText()).strip()))
                        .toList(),
                channels,
                parsedTime(zoneOr(zone)),
                texts,
                publishAt.isBlank() ? null : zoneOr(zone));
    }

    private ContentKind parsedKind() {
        return Stream.of(ContentKind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("kind", "Choose what kind of piece this is.")
                        .about("kind"));
    }

    private @Nullable URI parsedLink() {
        try {
            return link.isBlank() ? null : new URI(link.strip());
        } catch (URISyntaxException broken) {
            throw Refusal.invalid("link", "The link is not a web address, such as https://www.example.org/page.")
                    .about("link");
        }
    }

    private ZoneId zoneOr(ZoneId desk) {
        return timeZone.isBlank() ? desk : PublicationTime.zone(timeZone);
    }

    private @Nullable Instant parsedTime(ZoneId zone) {
        return publishAt.isBlank() ? null : PublicationTime.at(publishAt, zone);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
