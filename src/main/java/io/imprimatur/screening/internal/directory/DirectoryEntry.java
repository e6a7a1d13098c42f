package io.imprimatur.screening.internal.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that is the organisation's own and identifies no patient.
 *
 * @param value the name, number, domain, address, or the event's name
 * @param from first day of an event; null for other kinds
 * @param until last day of an event; null for other kinds
 * @param place where an event is; null for other kinds, and when it was not said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DirectoryEntry(
        EntryKind kind, String value, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable String place) {

    public static DirectoryEntry of(EntryKind kind, String value) {
        return new DirectoryEntry(kind, value, null, null, null);
    }
}
