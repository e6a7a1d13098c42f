package io.imprimatur.flow.gate.proof;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a post stands.
 *
 * @param root the process; null once it ended
 * @param truth what is true of the post, by {@link Layout}
 */
record State(@Nullable Token root, int[] truth) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof State that
                && Arrays.equals(truth, that.truth)
                && (root == null ? that.root == null : root.equals(that.root));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(truth) * 31 + (root == null ? 0 : root.hashCode());
    }
}
