package io.imprimatur.content;

import io.imprimatur.platform.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A time of publication as people say it: a date and a time on the clock of a place. */
public final class PublicationTime {
    private PublicationTime() {}

    /**
     * The instant that clocks in that zone show so. Where clocks go back and show a time twice, the first one is meant.
     *
     * @param local ISO 8601 without an offset, such as {@code 2030-03-31T09:00}
     * @throws Refusal 400 {@code publish-at-invalid}; {@code publish-at-skipped} when clocks go forward over that time
     */
    public static Instant at(String local, ZoneId zone) {
        var time = parsed(local);
        if (zone.getRules().getValidOffsets(time).isEmpty()) {
            throw Refusal.invalid(
                            "publish-at-skipped",
                            "That time does not exist: clocks go forward over it on that day. Choose another.")
                    .about("publishAt");
        }
        return time.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /** @throws Refusal 400 {@code time-zone-unknown} */
    public static ZoneId zone(String id) {
        if (ZoneId.getAvailableZoneIds().contains(id.strip())) {
            return ZoneId.of(id.strip());
        }
        throw Refusal.invalid("time-zone-unknown", "There is no time zone of that name, such as Europe/Berlin.")
                .about("timeZone");
    }

    private static LocalDateTime parsed(String local) {
        try {
            return LocalDateTime.parse(local.strip());
        } catch (DateTimeException broken) {
            throw Refusal.invalid(
                            "publish-at-invalid",
                            "Give the time as a date with hours and minutes, such as 2030-01-31T09:00 with its time"
                                    + " zone, or as an instant such as 2030-01-31T09:00:00Z; or leave it empty.")
                    .about("publishAt");
        }
    }
}
