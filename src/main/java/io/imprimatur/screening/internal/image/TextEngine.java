package io.imprimatur.screening.internal.image;

import java.awt.image.BufferedImage;
import java.util.List;

/** Reads text in an image that stands upright or lies on its side. Used by one thread only. */
interface TextEngine extends AutoCloseable {
    /** @throws Unreadable when the time is over or the engine fails */
    List<Line> lines(BufferedImage grey, Deadline deadline) throws Unreadable;

    @Override
    void close();

    /**
     * @param confidence of the engine in its reading, 0 to 100
     * @param paragraph whether a paragraph begins with it
     */
    record Line(String text, float confidence, boolean paragraph) {}
}
