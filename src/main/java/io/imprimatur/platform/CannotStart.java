package io.imprimatur.platform;

import org.jspecify.annotations.Nullable;

/**
 * Why the application cannot start, said in one sentence that names the way out. It is printed to standard error, without
 * a stack trace, and the exit code is 1.
 */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotStart(String sentence) {
        this(sentence, null);
    }

    public CannotStart(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
