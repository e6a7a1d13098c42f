package io.imprimatur.publishing.channel.wordpress;

import io.imprimatur.publishing.channel.PublishResult;

/** A step before the last one ended the attempt: nothing is public. */
final class NotPublic extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient PublishResult result;

    private NotPublic(PublishResult result) {
        super("Nothing is public", null, false, false);
        this.result = result;
    }

    /** @param reply one without a usable answer */
    static NotPublic because(Reply reply) {
        var refusal = reply.refusal();
        return new NotPublic(
                refusal != null
                        ? new PublishResult.Refused(refusal)
                        : new PublishResult.RetryLater(reply.trouble(), reply.pause()));
    }

    PublishResult result() {
        return result;
    }
}
