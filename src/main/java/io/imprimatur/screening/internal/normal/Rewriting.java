package io.imprimatur.screening.internal.normal;

import java.util.List;

/** One way in which people hide or spell what they write, and how it reads. */
interface Rewriting {
    /** In the order of their starts, none within another. */
    List<Run> runs(String text);

    /**
     * A stretch that reads otherwise.
     *
     * @param reading what it stands for; empty when it only sets apart what belongs together
     */
    record Run(int start, int end, String reading) {}
}
