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
        return contents.hash(
                revision.with(revision.images().stream().map(this::asStored).toList()));
    }

    private Revision.Image asStored(Revision.Image image) {
        return new Revision.Image(image.mediaId(), Sha256.hex(media.bytes(image.mediaId())), image.altText());
    }
}
