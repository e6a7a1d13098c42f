package io.imprimatur.screening.internal.image;

import io.imprimatur.content.MediaLibrary;
import io.imprimatur.screening.ImageScreener;
import io.imprimatur.screening.ImageScreening;
import io.imprimatur.screening.Screener;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads an image and screens what stands in it like any text. */
@Component
class DefaultImageScreener implements ImageScreener {
    private final MediaLibrary media;
    private final ImageReaders readers;
    private final Screener screener;
    private final RememberedReadings remembered;

    DefaultImageScreener(MediaLibrary media, ImageReaders readers, Screener screener, OcrProperties bounds) {
        this.media = media;
        this.readers = readers;
        this.screener = screener;
        this.remembered = new RememberedReadings(bounds.remembered());
    }

    @Override
    public ImageScreening screen(UUID mediaId) {
        var reading = read(mediaId);
        var text = reading.text();
        return ImageScreening.of(ImageFindings.of(reading), text, screener.screen(text));
    }

    private ImageReading read(UUID mediaId) {
        var sha256 = media.find(mediaId).map(MediaLibrary.Media::sha256).orElse("");
        var known = remembered.find(sha256);
        if (known.isPresent()) {
            return known.get();
        }
        var reading = readers.read(media.bytes(mediaId));
        remembered.keep(sha256, reading);
        return reading;
    }
}
