package io.imprimatur.mail.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says times in the zone of the house. */
@Component
class Times {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final MailProperties properties;

    Times(MailProperties properties) {
        this.properties = properties;
    }

    /** Such as "Thursday, 3 April 2031, 14:05 (Central European Time)". */
    String said(Instant instant) {
        var zone = properties.timeZone();
        return TIME.format(instant.atZone(zone)) + " (" + zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + ")";
    }

    /** Such as "3 April 2031". */
    String day(Instant instant) {
        return DAY.format(instant.atZone(properties.timeZone()));
    }

    /** The date of that moment. */
    LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, properties.timeZone());
    }
}
