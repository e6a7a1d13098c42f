package io.imprimatur.screening.internal.image;

/** An image, or the text in it, cannot be read. Causes may quote content and are dropped. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final Doubt doubt;

    Unreadable(Doubt doubt) {
        super(doubt.name());
        this.doubt = doubt;
    }

    Doubt doubt() {
        return doubt;
    }
}
