package io.imprimatur.mail.reading;

import java.util.List;

/** Words and field names that give machines away. */
final class AutomaticSigns {

    private static final Phrases PHRASES = Phrases.read("automatic.yaml");

    private AutomaticSigns() {}

    static List<String> of(String list) {
        return PHRASES.list(list);
    }

    static boolean within(String folded, String list) {
        return of(list).stream().anyMatch(folded::contains);
    }

    static boolean beginning(String folded, String list) {
        return of(list).stream().anyMatch(folded::startsWith);
    }
}
