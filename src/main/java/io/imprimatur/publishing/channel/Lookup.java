package io.imprimatur.publishing.channel;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What was found on the platform after a send with an unknown outcome. */
public sealed interface Lookup {
    /** The post is public there. */
    record Found(String remoteId, URI url) implements Lookup {}

    /** It is proven that sending again cannot make a second public post. */
    record Absent() implements Lookup {}

    /** The platform answered, and its answer proves neither; a person must look. */
    record Unclear(String code) implements Lookup {}

    /**
     * The platform did not answer.
     *
     * @param pause how long it asked to be left alone, if it did
     */
    record Unavailable(String code, @Nullable Duration pause) implements Lookup {}
}
