package io.imprimatur.platform.web;

import org.jspecify.annotations.Nullable;

/** Looks through what wraps an exception. */
final class Causes {
    private Causes() {}

    static <T extends Throwable> @Nullable T find(@Nullable Throwable failure, Class<T> type) {
        for (var next = failure; next != null; next = next.getCause()) {
            if (type.isInstance(next)) {
                return type.cast(next);
            }
        }
        return null;
    }
}
