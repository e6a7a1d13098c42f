package io.imprimatur.publishing.channel;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of taking a post down. Whether it is gone is then read back, where the platform can be read. */
public sealed interface Takedown {
    /** The platform took it down, or says that it is gone. */
    record Done() implements Takedown {}

    /** The platform does not let programs do it; a person must, at that address. */
    record ByHand(String code, URI address) implements Takedown {}

    /** The platform refused for good. */
    record Refused(String code) implements Takedown {}

    /**
     * No usable answer; taking it down again does no harm.
     *
     * @param pause how long the platform asked to be left alone, if it did
     */
    record Unavailable(String code, @Nullable Duration pause) implements Takedown {}
}
