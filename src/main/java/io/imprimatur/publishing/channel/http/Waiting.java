package io.imprimatur.publishing.channel.http;

import java.time.Duration;

/** Lets time pass between two looks at something that a platform still works on, such as an uploaded image. */
@FunctionalInterface
public interface Waiting {
    /** Returns early when the thread is interrupted, which stays set. */
    void pause(Duration time);
}
