package io.imprimatur.screening.internal.own;

import io.imprimatur.screening.internal.ScreeningProperties;
import io.imprimatur.screening.internal.directory.DirectoryEntry;
import io.imprimatur.screening.internal.directory.EntryKeys;
import io.imprimatur.screening.internal.directory.EntryKind;
import java.util.List;
import java.util.stream.Stream;

/** What an operator presets with {@code imprimatur.screening.own}. */
public final class PresetEntries {
    private PresetEntries() {}

    /** @throws IllegalArgumentException naming the setting that holds what is no telephone number */
    public static List<DirectoryEntry> of(ScreeningProperties properties) {
        var own = properties.own();
        own.phones().forEach(phone -> requireReadable(phone, properties.defaultRegion()));
        return Stream.of(
                        entries(EntryKind.PHONE, own.phones()),
                        entries(EntryKind.DOMAIN, own.domains()),
                        entries(EntryKind.EMAIL, own.emailDomains()),
                        entries(EntryKind.ADDRESS, own.addresses()))
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<DirectoryEntry> entries(EntryKind kind, List<String> values) {
        return values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> DirectoryEntry.of(kind, value));
    }

    private static void requireReadable(String phone, String region) {
        if (EntryKeys.e164(phone, region).isEmpty()) {
            throw new IllegalArgumentException(
                    "imprimatur.screening.own.phones holds \"" + phone + "\", which is no telephone number.");
        }
    }
}
