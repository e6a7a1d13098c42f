package io.imprimatur.publishing.channel;

import io.imprimatur.content.ChannelCatalog.ChannelInfo;

/**
 * A place where posts go out. Implementations are called outside any transaction, by several threads, and never repeat
 * a request that could make something public by themselves.
 */
public interface Channel {
    /** Its key, name and limits; the key never changes, publications are stored under it. */
    ChannelInfo info();

    /**
     * Makes the post public, once. Fetches and uploads all images before anything becomes public. Called again for the same
     * post only after a {@link PublishResult.RetryLater} or a {@link Lookup.Absent}.
     *
     * @throws ApprovedBytesChanged from {@link Post.Image#bytes()}; nothing is public then
     */
    PublishResult publish(Post post);

    /** Looks on the platform for what an earlier {@link #publish} of this post may have made public. Changes nothing. */
    Lookup find(Post post);

    /** Reads what readers see now. Changes nothing. */
    ReadBack readBack(Post post, String remoteId);

    /** Whether the account can be used. Changes nothing. */
    ConnectionTest testConnection();
}
