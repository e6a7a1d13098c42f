package io.imprimatur.screening;

/** Screens a text; stores nothing. */
public interface Screener {
    /** @throws ScreeningUnavailable when any detector fails: no answer is never a clear answer */
    TextScreening screen(String text);
}
