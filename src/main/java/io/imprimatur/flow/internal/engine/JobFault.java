package io.imprimatur.flow.internal.engine;

import io.imprimatur.platform.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A job's failure as a code and the places in the code that it came from. */
public final class JobFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 20;

    private JobFault(String code, @Nullable JobFault cause, StackTraceElement[] trace) {
        super(code, cause, false, true);
        setStackTrace(trace);
    }

    /** The message is the code of the innermost cause. */
    static JobFault of(Throwable thrown) {
        return new JobFault(codeOf(innermost(thrown)), causes(thrown.getCause(), 1), thrown.getStackTrace());
    }

    private static @Nullable JobFault causes(@Nullable Throwable cause, int depth) {
        if (cause == null || depth > DEEPEST) {
            return null;
        }
        return new JobFault(codeOf(cause), causes(cause.getCause(), depth + 1), cause.getStackTrace());
    }

    private static Throwable innermost(Throwable thrown) {
        var innermost = thrown;
        for (int depth = 0; depth < DEEPEST; depth++) {
            var cause = innermost.getCause();
            if (cause == null) {
                return innermost;
            }
            innermost = cause;
        }
        return innermost;
    }

    /** A refusal's code, or the exception's class in lower case with hyphens, such as {@code screening-unavailable}. */
    private static String codeOf(Throwable thrown) {
        if (thrown instanceof Refusal refusal) {
            return refusal.code();
        }
        return thrown.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
