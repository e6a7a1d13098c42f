package io.imprimatur.content.internal;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.content.MediaLibrary;
import io.imprimatur.content.internal.image.ImageBounds;
import io.imprimatur.content.internal.image.ImageCleaner;
import io.imprimatur.platform.Refusal;
import io.imprimatur.platform.Sha256;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Images in the database. */
@Service
@Transactional
class MediaService implements MediaLibrary {
    private final MediaStore media;
    private final PieceStore pieces;
    private final Access access;
    private final ImageCleaner cleaner;
    private final ContentProperties bounds;
    private final Ledger ledger;
    private final Clock clock;

    MediaService(
            MediaStore media, PieceStore pieces, Access access, ContentProperties bounds, Ledger ledger, Clock clock) {
        this.media = media;
        this.pieces = pieces;
        this.access = access;
        this.cleaner = new ImageCleaner(new ImageBounds(bounds.maxImagePixels(), bounds.maxImageFrames()));
        this.bounds = bounds;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Media store(byte[] bytes, String ownerId) {
        access.requireAuthor(ownerId);
        if (bytes.length == 0) {
            throw Refusal.invalid("image-missing", "The upload holds no image.");
        }
        if (bytes.length > bounds.maxImageSize().toBytes()) {
            throw new Refusal(
                    Refusal.Kind.TOO_LARGE,
                    "image-too-large",
                    "An image may have at most " + bounds.maxImageSize().toMegabytes() + " MB.");
        }
        var image = cleaner.clean(bytes);
        var stored = new Media(
                UUID.randomUUID(),
                image.type(),
                image.width(),
                image.height(),
                image.bytes().length,
                Sha256.hex(image.bytes()),
                ownerId);
        media.insert(stored, image.bytes(), clock.instant());
        ledger.record(
                LedgerEntry.of(ownerId, "IMAGE_STORED", "media:" + stored.id()).detail("sha256", stored.sha256()));
        return stored;
    }

    @Override
    public Optional<Media> find(UUID id) {
        return media.find(id);
    }

    @Override
    public byte[] bytes(UUID id) {
        return media.bytes(id).orElseThrow(MediaService::unknown);
    }

    /** The image for its owner, or for somebody who may read a piece that shows it; then the read is noted. */
    Media requireReadable(UUID id, String personId) {
        var found = media.find(id).orElseThrow(MediaService::unknown);
        if (!found.owner().equals(personId)) {
            var piece = media.piecesWith(id).stream()
                    .filter(contentId -> access.mayRead(contentId, personId))
                    .findFirst()
                    .flatMap(pieces::find)
                    .orElseThrow(MediaService::unknown);
            access.noteRead(piece, personId);
        }
        return found;
    }

    private static Refusal unknown() {
        return Refusal.notFound("image-not-found", "There is no such image, or you may not see it.");
    }
}
