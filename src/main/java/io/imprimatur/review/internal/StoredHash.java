package io.imprimatur.review.internal;

import io.imprimatur.content.Contents;
import io.imprimatur.content.MediaLibrary;
import io.imprimatur.content.Revision;
import io.imprimatur.platform.Sha256;
import org.springframework.stereotype.Component;

/** Hashes a revision again from what the tables hold now, the images' bytes included. */
@Component
class StoredHash {
    private final Contents contents;
    private final MediaLibrary media;

    StoredHash(Contents contents, MediaLibrary media) {
        this.contents = contents;
        this.media = media;
    }

    String of(Revision revision) {
        var images = revision.images().stream().map(this::asStored).toList();
        return contents.hash(new Revision(
                revision.contentId(),
                revision.number(),
                revision.kind(),
                revision.title(),
                revision.body(),
                revision.link(),
                images,
                revision.channels(),
                revision.publishAt(),
                revision.author(),
                revision.createdAt(),
                revision.hash()));
    }

    private Revision.Image asStored(Revision.Image image) {
        return new Revision.Image(image.mediaId(), Sha256.hex(media.bytes(image.mediaId())), image.altText());
    }
}
