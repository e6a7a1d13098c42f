package io.imprimatur.screening.internal.own;

import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Severity;
import io.imprimatur.screening.internal.detect.PatientContext;
import io.imprimatur.screening.internal.directory.DirectoryEntry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The days of announced events. */
final class OwnEvents {
    /** A day without a year means one that is near. */
    private static final Period LONG_PAST = Period.ofMonths(6);

    private final List<Days> events;
    private final boolean monthFirst;
    private final Clock clock;

    OwnEvents(Collection<DirectoryEntry> entries, String region, Clock clock) {
        this.clock = clock;
        monthFirst = region.equals("US");
        events = entries.stream()
                .filter(entry -> entry.from() != null && entry.until() != null)
                .map(entry -> new Days(Objects.requireNonNull(entry.from()), Objects.requireNonNull(entry.until())))
                .toList();
    }

    /** Whether it is within an announced event, and the sentence is not about a patient. */
    boolean cover(Finding finding, String marked, Around around) {
        return !events.isEmpty()
                && finding.severity() != Severity.BLOCK
                && !PatientContext.in(around.before() + " " + around.behind())
                && WrittenDate.read(marked, monthFirst)
                        .filter(date -> events.stream().anyMatch(event -> covers(event, date)))
                        .isPresent();
    }

    private boolean covers(Days event, WrittenDate date) {
        var oldest = LocalDate.ofInstant(clock.instant(), clock.getZone()).minus(LONG_PAST);
        return (date.year() != null || event.until().isAfter(oldest)) && date.in(event);
    }
}
