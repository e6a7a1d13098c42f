package io.imprimatur.desk.view;

import io.imprimatur.content.ChannelCatalog;
import io.imprimatur.content.ChannelCatalog.ChannelInfo;
import io.imprimatur.content.ContentKind;
import io.imprimatur.content.ContentState;
import io.imprimatur.desk.DeskProperties;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.identity.People;
import io.imprimatur.publishing.PublicationState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says enumerations, people and times in plain words; templates know it as {@code @words}. */
@Component("words")
public class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final People people;
    private final ChannelCatalog channels;
    private final ZoneId zone;

    Words(People people, ChannelCatalog channels, DeskProperties properties) {
        this.people = people;
        this.channels = channels;
        this.zone = properties.timeZone();
    }

    public String kind(ContentKind kind) {
        return switch (kind) {
            case ANNOUNCEMENT -> "Announcement";
            case HEALTH_ADVICE -> "Health advice";
            case PATIENT_STORY -> "Patient story";
            case PROMOTION -> "Promotion";
            case CORRECTION -> "Correction";
        };
    }

    public String state(ContentState state) {
        return switch (state) {
            case DRAFT -> "Draft";
            case SCREENING -> "Being screened";
            case IN_REVIEW -> "In review";
            case SCHEDULED -> "Approved, waits for its time";
            case PUBLISHING -> "Going out";
            case PUBLISHED -> "Published";
            case PARTLY_PUBLISHED -> "Partly published";
            case REJECTED -> "Rejected";
            case WITHDRAWN -> "Withdrawn";
        };
    }

    /** Which colour goes with a state: {@code wait}, {@code warn}, {@code stop}, {@code good} or nothing. */
    public String tone(ContentState state) {
        return switch (state) {
            case DRAFT, WITHDRAWN -> "plain";
            case SCREENING, IN_REVIEW, SCHEDULED, PUBLISHING -> "wait";
            case PUBLISHED -> "good";
            case PARTLY_PUBLISHED -> "warn";
            case REJECTED -> "stop";
        };
    }

    /** Such as "Legal review". */
    public String stage(String stage) {
        return stage.isEmpty()
                ? "Review"
                : stage.substring(0, 1).toUpperCase(Locale.ROOT) + stage.substring(1) + " review";
    }

    /** Such as "approved", between a person's name and a revision. */
    public String decided(TaskDecision decision) {
        return switch (decision) {
            case APPROVE -> "approved";
            case REQUEST_CHANGES -> "asked for changes in";
            case REJECT -> "rejected";
        };
    }

    public String publication(PublicationState state) {
        return switch (state) {
            case CLAIMED -> "about to be sent";
            case SENDING -> "being sent";
            case UNKNOWN -> "sent, without an answer yet; it is being looked for";
            case PUBLISHED -> "published";
            case VERIFIED -> "published and read back: it is what was approved";
            case DIFFERS -> "published, but what is live differs from what was approved";
            case FAILED -> "not published";
        };
    }

    public String person(String id) {
        return people.displayName(id);
    }

    public String channel(String key) {
        return channels.channel(key).map(ChannelInfo::displayName).orElse(key);
    }

    public String channels(List<String> keys) {
        return keys.stream().map(this::channel).collect(Collectors.joining(", "));
    }

    /** Such as "3 April 2031, 14:05 (Central European Time)". */
    public String time(Instant instant) {
        return shortTime(instant) + " (" + zone() + ")";
    }

    /** The same without the zone, for pages that name the zone once. */
    public String shortTime(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    /** Such as "3 April 2031". */
    public String day(LocalDate day) {
        return DAY.format(day);
    }

    public String goesOut(@Nullable Instant publishAt) {
        return publishAt == null ? "as soon as it is approved" : time(publishAt);
    }

    /** The zone's name, such as "Central European Time". */
    public String zone() {
        return zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** The value of a field of type {@code datetime-local}. */
    public String localTime(@Nullable Instant instant) {
        return instant == null
                ? ""
                : LocalDateTime.ofInstant(instant, zone)
                        .withSecond(0)
                        .withNano(0)
                        .toString();
    }
}
