package io.imprimatur.screening.internal.image;

import java.time.Duration;

/** Settings of the reader for tests, with time enough for a busy machine. */
final class Bounds {
    private Bounds() {}

    static OcrProperties usual() {
        return with(true, 20_000, Duration.ofSeconds(60));
    }

    static OcrProperties with(boolean enabled, int maxCharacters, Duration timeout) {
        return new OcrProperties(enabled, 4_000_000, maxCharacters, timeout, 1, 1, 10);
    }
}
