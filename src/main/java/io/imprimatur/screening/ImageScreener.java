package io.imprimatur.screening;

import java.util.UUID;

/** Screens an image: what can be read in it, and what somebody has to look at; stores nothing. */
public interface ImageScreener {
    /**
     * Waits for a bounded time. An image that cannot be read, whyever, has a finding that says so; never none.
     *
     * @throws ScreeningUnavailable when any detector fails on its text
     * @throws io.imprimatur.platform.Refusal (404, {@code image-not-found})
     */
    ImageScreening screen(UUID mediaId);
}
