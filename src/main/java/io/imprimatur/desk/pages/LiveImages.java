package io.imprimatur.desk.pages;

import io.imprimatur.content.MediaLibrary;
import io.imprimatur.desk.view.ScreenedImage;
import io.imprimatur.desk.view.ScreenedText;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.screening.ImageScreener;
import io.imprimatur.screening.ImageScreening;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Screens the images of a form; only those that their writer uploaded, since a form can name any. */
@Component
class LiveImages {
    private final ImageScreener screener;
    private final MediaLibrary media;
    private final CurrentPerson currentPerson;

    LiveImages(ImageScreener screener, MediaLibrary media, CurrentPerson currentPerson) {
        this.screener = screener;
        this.media = media;
        this.currentPerson = currentPerson;
    }

    List<ScreenedImage> screen(ComposeForm form) {
        var images = new ArrayList<ScreenedImage>();
        for (var image : form.images()) {
            int number = images.size() + 1;
            var altText = image.altText();
            own(Objects.requireNonNull(image.mediaId()))
                    .map(id -> screened(number, id, altText != null && !altText.isBlank()))
                    .ifPresent(images::add);
        }
        return images;
    }

    private Optional<UUID> own(UUID mediaId) {
        var writer = currentPerson.require().id();
        return media.find(mediaId).filter(found -> found.owner().equals(writer)).map(MediaLibrary.Media::id);
    }

    private ScreenedImage screened(int number, UUID mediaId, boolean described) {
        ImageScreening found = screener.screen(mediaId);
        return new ScreenedImage(
                number,
                mediaId,
                described,
                found.ofImage(),
                new ScreenedText("Read in image " + number, found.text(), found.inText()));
    }
}
