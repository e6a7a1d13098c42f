package io.imprimatur.screening;

/** A detector failed. Nothing may be published on it. */
public final class ScreeningUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param detector name of the detector that failed; the cause's text may hold content, so it is not kept */
    public ScreeningUnavailable(String detector) {
        super("The detector \"" + detector + "\" failed.");
    }
}
