package io.imprimatur.desk.view;

import io.imprimatur.content.ChannelCatalog;
import io.imprimatur.content.ChannelCatalog.ChannelInfo;
import io.imprimatur.content.ContentKind;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Revision;
import io.imprimatur.content.comparison.RevisionWords;
import io.imprimatur.desk.DeskProperties;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.identity.People;
import io.imprimatur.publishing.PublicationState;
import io.imprimatur.publishing.WithdrawalReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says enumerations, people and times in plain words; templates know it as {@code @words}. */
@Component("words")
public class Words implements RevisionWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private static final List<String> PLACES = List.of(
            "Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/");

    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("'UTC'xxx", Locale.ENGLISH);

    private final People people;
    private final ChannelCatalog channels;
    private final ZoneId zone;

    Words(People people, ChannelCatalog channels, DeskProperties properties) {
        this.people = people;
        this.channels = channels;
        this.zone = properties.timeZone();
    }

    @Override
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
            case WITHDRAWING -> "Being taken down";
            case WITHDRAWN -> "Withdrawn";
        };
    }

    /** Which colour goes with a state: {@code wait}, {@code warn}, {@code stop}, {@code good} or nothing. */
    public String tone(ContentState state) {
        return switch (state) {
            case DRAFT, WITHDRAWN -> "plain";
            case SCREENING, IN_REVIEW, SCHEDULED, PUBLISHING -> "wait";
            case PUBLISHED -> "good";
            case PARTLY_PUBLISHED, WITHDRAWING -> "warn";
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
            case UNVERIFIED -> "published; this platform does not let us read it back";
            case DRIFTED -> "published, but what is live differs from what was approved";
            case REMOVED_EXTERNALLY -> "not live any more; somebody else took it down";
            case FAILED -> "not published";
            case WITHDRAWING -> "being taken down";
            case WITHDRAWN -> "withdrawn; it is gone";
        };
    }

    public String withdrawal(WithdrawalReason reason) {
        return switch (reason) {
            case PRIVACY -> "Privacy: it may have released health information";
            case LEGAL -> "Legal reasons";
            case INCORRECT -> "It is wrong";
            case OUTDATED -> "It is outdated";
            case CHANGED_ON_PLATFORM -> "It was changed on the platform";
            case OTHER -> "Another reason";
        };
    }

    public String person(String id) {
        return people.displayName(id);
    }

    @Override
    public String channel(String key) {
        return channels.channel(key).map(ChannelInfo::displayName).orElse(key);
    }

    @Override
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

    /** When it goes out, on the clock of the zone that its author chose. */
    @Override
    public String goesOut(Revision revision) {
        var publishAt = revision.publishAt();
        if (publishAt == null) {
            return "as soon as it is approved";
        }
        var chosen = revision.timeZone() == null ? zone : revision.timeZone();
        return TIME.format(publishAt.atZone(chosen)) + " (" + name(chosen) + ", "
                + OFFSET.format(publishAt.atZone(chosen)) + ")";
    }

    /** The zone's name, such as "Central European Time". */
    public String zone() {
        return name(zone);
    }

    /** Its IANA name, such as "Europe/Berlin". */
    public String zoneId() {
        return zone.getId();
    }

    /** The names of all zones that are called after a place. */
    public List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> PLACES.stream().anyMatch(id::startsWith) || id.equals("UTC") || id.equals(zone.getId()))
                .sorted()
                .toList();
    }

    private static String name(ZoneId zone) {
        return zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** The value of a field of type {@code datetime-local}. */
    public String localTime(Revision revision) {
        var instant = revision.publishAt();
        return instant == null
                ? ""
                : LocalDateTime.ofInstant(instant, revision.timeZone() == null ? zone : revision.timeZone())
                        .withSecond(0)
                        .withNano(0)
                        .toString();
    }
}
