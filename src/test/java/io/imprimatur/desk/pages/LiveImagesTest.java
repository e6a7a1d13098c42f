package io.imprimatur.desk.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.content.MediaLibrary;
import io.imprimatur.desk.view.ScreenedImage;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.identity.Person;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.ImageScreening;
import io.imprimatur.screening.Severity;
import io.imprimatur.screening.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveImagesTest {
    private static final UUID MINE = UUID.randomUUID();
    private static final UUID SOMEBODY_ELSES = UUID.randomUUID();
    private static final UUID NOBODYS = UUID.randomUUID();

    private static final ImageScreening FOUND = new ImageScreening(
            Verdict.REVIEW, "", List.of(Finding.ofWhole(Identifier.PHOTO, Severity.REVIEW)), List.of());

    @Test
    void anImageThatAFormNamesIsScreenedForWhoeverUploadedItOnly() {
        var images = live(form(SOMEBODY_ELSES, "A wall"), form(NOBODYS, "A wall"), form(MINE, "A wall"));

        assertThat(images).extracting(ScreenedImage::mediaId).containsExactly(MINE);
    }

    @Test
    void anImageWithoutDescriptionSaysSo() {
        assertThat(live(form(MINE, " "), form(MINE, null), form(MINE, "A wall")))
                .extracting(ScreenedImage::described)
                .containsExactly(false, false, true);
    }

    private static List<ScreenedImage> live(ComposeForm.ImageField... images) {
        var form = new ComposeForm(null, null, null, null, null, List.of(images), null, null, null, null);
        return new LiveImages(id -> FOUND, new OneImage(), new Author()).screen(form);
    }

    private static ComposeForm.ImageField form(UUID mediaId, @Nullable String altText) {
        return new ComposeForm.ImageField(mediaId, altText);
    }

    private static final class Author implements CurrentPerson {
        private final Person author = new Person("author", "Anna Author", "author@example.org", Set.of());

        @Override
        public Optional<Person> get() {
            return Optional.of(author);
        }

        @Override
        public Person require() {
            return author;
        }

        @Override
        public void runAs(Person person, Runnable work) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class OneImage implements MediaLibrary {
        @Override
        public Media store(byte[] bytes, String ownerId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Media> find(UUID id) {
            if (id.equals(NOBODYS)) {
                return Optional.empty();
            }
            return Optional.of(new Media(id, "image/png", 1, 1, 1, "hash", id.equals(MINE) ? "author" : "other"));
        }

        @Override
        public byte[] bytes(UUID id) {
            throw new UnsupportedOperationException();
        }
    }
}
