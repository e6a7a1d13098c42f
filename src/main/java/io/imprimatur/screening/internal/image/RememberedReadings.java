package io.imprimatur.screening.internal.image;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The readings asked for last, by the hash of the image. In memory only: they are content. */
final class RememberedReadings {
    private final Map<String, ImageReading> bySha256;

    RememberedReadings(int most) {
        bySha256 = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, ImageReading> eldest) {
                return size() > most;
            }
        };
    }

    synchronized Optional<ImageReading> find(String sha256) {
        return Optional.ofNullable(bySha256.get(sha256));
    }

    /** What another try may tell better is not kept. */
    synchronized void keep(String sha256, ImageReading reading) {
        if (reading.lasts()) {
            bySha256.put(sha256, reading);
        }
    }
}
