package io.imprimatur.content.internal;

import io.imprimatur.content.ContentKind;
import io.imprimatur.content.Draft;
import io.imprimatur.content.PublicationTime;
import io.imprimatur.platform.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft as JSON.
 *
 * @param kind name of a {@link ContentKind}
 * @param link absolute address, http or https
 * @param channels keys of channels
 * @param texts texts of their own by the channel's key
 * @param publishAt ISO 8601: an instant such as {@code 2030-01-31T09:00:00Z}, or, with a time zone, what clocks there show,
 *     such as {@code 2030-01-31T09:00}
 * @param timeZone IANA name such as {@code Europe/Berlin}
 */
record DraftRequest(
        @Nullable String kind,
        @Nullable String title,
        @Nullable String body,
        @Nullable String link,
        @Nullable List<@Nullable Picture> images,
        @Nullable List<@Nullable String> channels,
        @Nullable Map<String, @Nullable String> texts,
        @Nullable String publishAt,
        @Nullable String timeZone) {

    /** @param mediaId id of an uploaded image */
    record Picture(@Nullable String mediaId, @Nullable String altText) {}

    Draft toDraft() {
        return new Draft(
                readKind(),
                title == null ? "" : title,
                body == null ? "" : body,
                LinkRules.parse(link),
                readImages(),
                readChannels(),
                readPublishAt(),
                readTexts(),
                readTimeZone());
    }

    private ContentKind readKind() {
        return Arrays.stream(ContentKind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> refusal(
                        "kind-unknown",
                        "Say what kind of piece it is: ANNOUNCEMENT, HEALTH_ADVICE, PATIENT_STORY, PROMOTION or CORRECTION.",
                        "kind"));
    }

    private List<Draft.Image> readImages() {
        var read = new ArrayList<Draft.Image>();
        if (images != null) {
            for (var image : images) {
                var field = "images[" + read.size() + "]";
                if (image == null) {
                    throw refusal("image-missing", "An image of the list is empty.", field);
                }
                var altText = image.altText();
                read.add(new Draft.Image(mediaId(image.mediaId(), field + ".mediaId"), altText == null ? "" : altText));
            }
        }
        return read;
    }

    private static UUID mediaId(@Nullable String text, String field) {
        try {
            if (text != null) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException notAnId) {
            // Said below, as for a missing one.
        }
        throw refusal("image-not-found", "An image is named by the id that its upload returned.", field);
    }

    private List<String> readChannels() {
        var read = new ArrayList<String>();
        if (channels != null) {
            for (var channel : channels) {
                if (channel == null) {
                    throw refusal("channel-unknown", "There is no channel of that name.", "channels");
                }
                read.add(channel);
            }
        }
        return read;
    }

    private Map<String, String> readTexts() {
        var read = new TreeMap<String, String>();
        if (texts != null) {
            texts.forEach((channel, text) -> read.put(channel, text == null ? "" : text));
        }
        return read;
    }

    private @Nullable ZoneId readTimeZone() {
        return timeZone == null || timeZone.isBlank() ? null : PublicationTime.zone(timeZone);
    }

    private @Nullable Instant readPublishAt() {
        if (publishAt == null || publishAt.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(publishAt.strip());
        } catch (DateTimeParseException notAnInstant) {
            var zone = readTimeZone();
            if (zone == null) {
                throw refusal(
                        "publish-at-invalid",
                        "The time of publication is not an instant such as 2030-01-31T09:00:00Z; a time without an offset"
                                + " needs a time zone.",
                        "publishAt");
            }
            return PublicationTime.at(publishAt, zone);
        }
    }

    private static Refusal refusal(String code, String sentence, String field) {
        return Refusal.invalid(code, sentence).about(field);
    }
}
