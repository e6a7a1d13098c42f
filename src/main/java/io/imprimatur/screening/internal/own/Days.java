package io.imprimatur.screening.internal.own;

import java.time.LocalDate;

/** From one day to another, both included. */
record Days(LocalDate from, LocalDate until) {
    boolean contain(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
