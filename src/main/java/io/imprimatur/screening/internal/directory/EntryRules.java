package io.imprimatur.screening.internal.directory;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.re2j.Pattern;
import io.imprimatur.platform.Refusal;
import io.imprimatur.screening.internal.ScreeningProperties;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What may stand in the directory. Whatever is too general would let patients' data pass, so it is refused. */
@Component
public class EntryRules {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern HOST =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");
    /** RFC 5321, section 4.1.2, without quoted strings. */
    private static final Pattern MAILBOX =
            Pattern.compile("[A-Za-z0-9!#$%&'*/=?^_{|}~+-]+(?:\\.[A-Za-z0-9!#$%&'*/=?^_{|}~+-]+)*");

    private static final Pattern DIGIT = Pattern.compile("\\d");
    /** So that no entry is a formula for a spreadsheet that opens the export. */
    private static final Pattern BEGINS_PLAINLY = Pattern.compile("^[\\p{L}\\d#(\"'].*");

    private static final Pattern BELONGS_TO_MANY = Pattern.compile("(?:ac|co|com|edu|gov|net|nhs|org)\\.[a-z]{2}");
    private static final Set<String> EVERYBODYS = Set.of(
            "gmail.com",
            "googlemail.com",
            "yahoo.com",
            "ymail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "msn.com",
            "icloud.com",
            "me.com",
            "aol.com",
            "gmx.com",
            "gmx.de",
            "gmx.net",
            "web.de",
            "mail.com",
            "proton.me",
            "protonmail.com",
            "zoho.com",
            "yandex.com",
            "comcast.net",
            "verizon.net",
            "facebook.com",
            "instagram.com",
            "x.com",
            "twitter.com",
            "tiktok.com",
            "youtube.com",
            "linkedin.com",
            "wordpress.com",
            "blogspot.com",
            "bit.ly",
            "t.co");

    private final String region;
    private final DirectoryProperties bounds;

    EntryRules(ScreeningProperties screening, DirectoryProperties bounds) {
        this.region = screening.defaultRegion();
        this.bounds = bounds;
    }

    /** An entry as somebody wrote it. */
    record Written(
            @Nullable String kind,
            @Nullable String value,
            @Nullable String from,
            @Nullable String until,
            @Nullable String place) {}

    /** @throws Refusal 400, about the field that is wrong */
    DirectoryEntry checked(Written written) {
        var kind = kind(written.kind());
        var value = plain(written.value(), "value");
        if (value.isEmpty()) {
            throw refused("value-missing", "Give " + kind.example() + ".", "value");
        }
        return kind == EntryKind.EVENT ? event(value, written) : other(kind, value, written);
    }

    private static EntryKind kind(@Nullable String name) {
        var asked = name == null ? "" : name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(EntryKind.values())
                .filter(known -> known.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> refused(
                        "kind-unknown",
                        "Say what it is: "
                                + Arrays.stream(EntryKind.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))
                                + ".",
                        "kind"));
    }

    private DirectoryEntry event(String name, Written written) {
        requirePlain(name, "value");
        var from = day(written.from(), "from");
        var until = written.until() == null || written.until().isBlank() ? from : day(written.until(), "until");
        if (until.isBefore(from)) {
            throw refused("event-ends-first", "The last day of an event is not before its first.", "until");
        }
        if (!until.isBefore(from.plusDays(bounds.maxEventDays()))) {
            throw refused(
                    "event-too-long",
                    "An event lasts at most " + bounds.maxEventDays()
                            + " days here, since a longer one would let nearly every date pass; enter its single days.",
                    "until");
        }
        var place = plain(written.place(), "place");
        if (!place.isEmpty()) {
            requirePlain(place, "place");
        }
        return new DirectoryEntry(EntryKind.EVENT, name, from, until, place.isEmpty() ? null : place);
    }

    private static LocalDate day(@Nullable String text, String field) {
        try {
            if (text != null && !text.isBlank()) {
                return LocalDate.parse(text.strip());
            }
        } catch (DateTimeException noDay) {
            // Said below, as for a missing one.
        }
        throw refused("day-invalid", "Give the event's days as in 2031-04-03.", field);
    }

    private DirectoryEntry other(EntryKind kind, String value, Written written) {
        if (isGiven(written.from()) || isGiven(written.until()) || isGiven(written.place())) {
            throw refused("no-event", "Only events have days and a place.", "from");
        }
        return DirectoryEntry.of(
                kind,
                switch (kind) {
                    case PHONE -> phone(value);
                    case EMAIL -> email(value);
                    case DOMAIN -> domain(value);
                    case STAFF -> name(value);
                    case ADDRESS -> address(value);
                    default -> location(value);
                });
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private String phone(String value) {
        if (EntryKeys.e164(value, region).isEmpty() || !isPossible(value)) {
            throw refused(
                    "phone-invalid",
                    "This is no telephone number; write it with its country code, such as +1.",
                    "value");
        }
        return value;
    }

    private boolean isPossible(String value) {
        try {
            return NUMBERS.isPossibleNumber(NUMBERS.parse(value, region));
        } catch (NumberParseException unreadable) {
            return false;
        }
    }

    private static String email(String value) {
        var at = value.indexOf('@');
        var domain = domain(value.substring(at + 1), at > 0);
        if (at <= 0) {
            return domain;
        }
        if (!MAILBOX.matches(value.substring(0, at)) || !BEGINS_PLAINLY.matches(value)) {
            throw refused("email-invalid", "This is no e-mail address, nor a domain.", "value");
        }
        return value.substring(0, at) + "@" + domain;
    }

    private static String domain(String value) {
        return domain(value, false);
    }

    /** @param oneMailbox whether only one mailbox of it is meant */
    private static String domain(String value, boolean oneMailbox) {
        var domain = value.toLowerCase(Locale.ROOT);
        if (domain.length() > 253 || !HOST.matches(domain)) {
            throw refused("domain-invalid", "Write the domain alone, such as clinic.example.", "value");
        }
        if (!oneMailbox && (EVERYBODYS.contains(domain) || BELONGS_TO_MANY.matches(domain))) {
            throw refused("domain-of-many", "This domain is used by many, patients among them.", "value");
        }
        return domain;
    }

    private static String name(String value) {
        requirePlain(value, "value");
        var name = PersonName.of(value);
        if (name.given().isEmpty()
                || name.surname().length() < 2
                || DIGIT.matcher(value).find()) {
            throw refused("name-incomplete", "Give first name and surname; others may share one of them.", "value");
        }
        return value;
    }

    private static String address(String value) {
        requirePlain(value, "value");
        if (!DIGIT.matcher(value).find() || Folded.wordList(value).size() < 2) {
            throw refused("address-incomplete", "Give the number and the street; a town is a location.", "value");
        }
        return value;
    }

    private static String location(String value) {
        requirePlain(value, "value");
        if (Folded.words(value).length() < 3) {
            throw refused("location-too-short", "Give the location's whole name.", "value");
        }
        return value;
    }

    private static void requirePlain(String value, String field) {
        if (!BEGINS_PLAINLY.matches(value)) {
            throw refused("text-invalid", "It must begin with a letter or a number.", field);
        }
    }

    /** Without blanks around it and more than one within. */
    private String plain(@Nullable String text, String field) {
        var plain = text == null ? "" : BLANKS.matcher(text).replaceAll(" ").strip();
        if (plain.length() > bounds.maxEntryLength()) {
            throw refused("too-long", "It may have at most " + bounds.maxEntryLength() + " characters.", field);
        }
        if (plain.chars().anyMatch(Character::isISOControl)) {
            throw refused("text-invalid", "It holds a character that cannot be printed.", field);
        }
        return plain;
    }

    private static Refusal refused(String code, String sentence, String field) {
        return Refusal.invalid(code, sentence).about(field);
    }
}
