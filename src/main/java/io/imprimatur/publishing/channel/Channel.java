package io.imprimatur.publishing.channel;

import io.imprimatur.content.ChannelCatalog.ChannelInfo;

/**
 * An account on a platform, where posts go out. Implementations are called outside any transaction, by several threads,
 * and never repeat a request that could make something public by themselves.
 */
public interface Channel {
    /** Its key, name and limits; the key never changes, publications are stored under it. */
    ChannelInfo info();

    /** How the platform will count, cut and show the post. Asks nobody, or only what it has asked before. */
    Preview preview(Post post);

    /** What readers see of the post if all went right; what is read back must equal it. */
    default LivePost expected(Post post) {
        return LivePost.of(post);
    }

    /**
     * Makes the post public, once. Fetches and uploads all images before anything becomes public. Called again for the same
     * post only after a {@link PublishResult.RetryLater} or a {@link Lookup.Absent}.
     *
     * @throws ApprovedBytesChanged from {@link Post.Image#bytes()}; nothing is public then
     * @throws AccountUnusable when the account's credentials cannot be had; nothing is public then
     */
    PublishResult publish(Post post);

    /** Looks on the platform for what an earlier {@link #publish} of this post may have made public. Changes nothing. */
    Lookup find(Post post);

    /** Reads what readers see now. Changes nothing. */
    ReadBack readBack(Post post, String remoteId);

    /** Takes the post down; taking down what is gone is no error. May be called again at any time. */
    Takedown withdraw(Post post, String remoteId);

    /** Whether the account can be used. Changes nothing. */
    ConnectionTest testConnection();
}
