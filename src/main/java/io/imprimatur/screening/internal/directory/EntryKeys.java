package io.imprimatur.screening.internal.directory;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Objects;
import java.util.Optional;

/** Tells whether two entries name the same. */
public final class EntryKeys {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private EntryKeys() {}

    /** Equal for entries that name the same, however they are written. */
    static String of(DirectoryEntry entry, String region) {
        return entry.kind()
                + "|"
                + switch (entry.kind()) {
                    case PHONE -> e164(entry.value(), region).orElse(entry.value());
                    case EMAIL, DOMAIN -> Folded.letters(entry.value());
                    case EVENT ->
                        Folded.words(entry.value()) + "|" + entry.from() + "|" + entry.until() + "|"
                                + Folded.words(Objects.requireNonNullElse(entry.place(), ""));
                    default -> Folded.words(entry.value());
                };
    }

    /** The number by ITU-T E.164, without its extension; empty when it cannot be read. */
    public static Optional<String> e164(String phone, String region) {
        try {
            return Optional.of(NUMBERS.format(NUMBERS.parse(phone, region), PhoneNumberFormat.E164));
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }
}
