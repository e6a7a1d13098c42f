package io.imprimatur.platform.web;

import java.io.IOException;

/** A body went over its bound while it was read. */
final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLarge() {
        super("The body is larger than allowed");
    }
}
