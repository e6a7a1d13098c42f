package io.imprimatur.publishing.channel;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of sending a post. Codes are lower-case, hyphenated and explained to managers on the incidents page. */
public sealed interface PublishResult {
    /** It is public. */
    record Published(String remoteId, URI url) implements PublishResult {}

    /** It is not public, and sending the same again would end the same way. */
    record Refused(String code) implements PublishResult {}

    /**
     * It is not public, and sending it later may succeed.
     *
     * @param pause how long the platform asked to be left alone; such a pause costs no try. Null when it named none
     */
    record RetryLater(String code, @Nullable Duration pause) implements PublishResult {}

    /** It may be public: it was sent and no usable answer came. */
    record Unknown(String code) implements PublishResult {}
}
