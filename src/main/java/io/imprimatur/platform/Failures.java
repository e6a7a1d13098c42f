package io.imprimatur.platform;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes an exception down for the log without its messages, which may hold content, names or secrets. */
public final class Failures {
    private static final int FRAMES = 12;
    private static final int CAUSES = 8;

    private Failures() {}

    /** The classes of the exception and of its causes, each with its innermost frames. */
    public static String describe(Throwable failure) {
        var text = new StringBuilder();
        @Nullable Throwable next = failure;
        for (int depth = 0; next != null && depth < CAUSES; depth++) {
            text.append(depth == 0 ? "" : "\ncaused by ").append(next.getClass().getName());
            text.append(Arrays.stream(next.getStackTrace())
                    .limit(FRAMES)
                    .map(frame -> "\n    at " + frame)
                    .collect(Collectors.joining()));
            next = next.getCause();
        }
        return text.toString();
    }
}
