package io.imprimatur.screening.internal.statistics;

import io.imprimatur.platform.Refusal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows which detector finds what, and which one cries wolf. */
@Service
public class ScreeningStatistics {
    private static final int USUAL_DAYS = 90;
    /** Years are four digits; PostgreSQL's time knows no more than some hundred thousand. */
    private static final int LAST_YEAR = 9999;

    private final StatisticsTable table;
    private final Clock clock;

    ScreeningStatistics(StatisticsTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * @param from first day, UTC
     * @param until last day, UTC
     * @param counts the most frequent first
     */
    public record Period(LocalDate from, LocalDate until, List<DetectorCount> counts) {
        public Period {
            counts = List.copyOf(counts);
        }
    }

    /**
     * @param from as in 2031-04-03; null for the 90 days that end with {@code until}
     * @param until as in 2031-07-01; null for today
     * @throws Refusal 400 {@code day-invalid}, {@code period-invalid}
     */
    @Transactional(readOnly = true)
    public Period of(@Nullable String from, @Nullable String until) {
        var last = day(until, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), "until");
        var first = day(from, last.minusDays(USUAL_DAYS - 1L), "from");
        if (first.isAfter(last)) {
            throw Refusal.invalid("period-invalid", "The last day of the period is not before its first.")
                    .about("until");
        }
        return new Period(
                first,
                last,
                table.counts(
                        first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private static LocalDate day(@Nullable String text, LocalDate usual, String field) {
        if (text == null || text.isBlank()) {
            return usual;
        }
        try {
            var day = LocalDate.parse(text.strip());
            if (day.getYear() > 0 && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException noDay) {
            // Said below, as for one that is too far away.
        }
        throw Refusal.invalid("day-invalid", "Give a day as in 2031-04-03.").about(field);
    }
}
