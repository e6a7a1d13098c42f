package io.imprimatur.publishing.channel.http;

import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.PublishResult;

/** A step before the one that makes a post public ended the attempt: nothing is public. */
public final class NotPublic extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient PublishResult result;

    private NotPublic(PublishResult result) {
        super("Nothing is public", null, false, false);
        this.result = result;
    }

    /** @param reply one without a usable answer */
    public static NotPublic because(Reply reply) {
        var refusal = reply.refusal();
        return new NotPublic(
                refusal != null
                        ? new PublishResult.Refused(refusal)
                        : new PublishResult.RetryLater(reply.trouble(), reply.pause()));
    }

    /** @param result neither published nor unknown */
    public static NotPublic because(PublishResult result) {
        return new NotPublic(result);
    }

    public PublishResult result() {
        return result;
    }

    /** For a look that ended so. */
    public Lookup.Unavailable lookup() {
        if (result instanceof PublishResult.Refused refused) {
            return new Lookup.Unavailable(refused.code(), null);
        }
        return result instanceof PublishResult.RetryLater later
                ? new Lookup.Unavailable(later.code(), later.pause())
                : new Lookup.Unavailable("no-answer", null);
    }
}
