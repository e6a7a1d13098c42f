package io.imprimatur.publishing.internal;

import io.imprimatur.content.ChannelCatalog.ChannelInfo;
import io.imprimatur.content.Contents;
import io.imprimatur.content.MediaLibrary;
import io.imprimatur.content.Revision;
import io.imprimatur.platform.Sha256;
import io.imprimatur.publishing.channel.ApprovedBytesChanged;
import io.imprimatur.publishing.channel.Post;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Loads what was approved, and nothing else: every byte is hashed again on its way out. */
@Component
class ApprovedPosts {
    private final Contents contents;
    private final MediaLibrary media;

    ApprovedPosts(Contents contents, MediaLibrary media) {
        this.contents = contents;
        this.media = media;
    }

    /**
     * What goes out on one channel.
     *
     * @param approvedHash the hash that the approvals are for
     * @throws ApprovedBytesChanged when the stored revision does not have that hash
     */
    Post load(UUID contentId, int number, String approvedHash, ChannelInfo channel) {
        var revision = contents.revision(contentId, number);
        if (!isApproved(revision, approvedHash)) {
            throw new ApprovedBytesChanged();
        }
        return of(revision, channel);
    }

    /** The revision as it is stored, to take it down: nothing is checked, since nothing goes out. */
    Post asStored(UUID contentId, int number, ChannelInfo channel) {
        return of(contents.revision(contentId, number), channel);
    }

    /** The revision as that channel gets it; nothing is checked. */
    Post of(Revision revision, ChannelInfo channel) {
        var own = revision.texts().get(channel.key());
        return new Post(
                revision.contentId(),
                revision.number(),
                revision.hash(),
                PostKey.of(revision.title(), revision.contentId(), revision.number()),
                own == null || channel.titled() ? revision.title() : "",
                own == null ? revision.body() : own,
                revision.link(),
                revision.images().stream().map(this::image).toList(),
                revision.createdAt());
    }

    /** Whether the revision as it is stored now has the hash that was approved. */
    boolean isApproved(Revision revision, String approvedHash) {
        return revision.hash().equals(approvedHash) && contents.hash(revision).equals(approvedHash);
    }

    private Post.Image image(Revision.Image image) {
        var stored = media.find(image.mediaId()).orElseThrow(ApprovedBytesChanged::new);
        return new Post.Image(
                image.mediaId(),
                stored.type(),
                stored.width(),
                stored.height(),
                image.sha256(),
                image.altText(),
                () -> bytes(image));
    }

    private byte[] bytes(Revision.Image image) {
        var bytes = media.bytes(image.mediaId());
        if (!Sha256.hex(bytes).equals(image.sha256())) {
            throw new ApprovedBytesChanged();
        }
        return bytes;
    }
}
