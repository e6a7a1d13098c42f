package io.imprimatur.screening.internal.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import io.imprimatur.content.ContentKind;
import io.imprimatur.content.Contents;
import io.imprimatur.content.Draft;
import io.imprimatur.content.MediaLibrary;
import io.imprimatur.content.Revision;
import io.imprimatur.identity.CurrentPerson;
import io.imprimatur.identity.People;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.RevisionFinding;
import io.imprimatur.screening.Screenings;
import io.imprimatur.screening.Severity;
import io.imprimatur.screening.Verdict;
import io.imprimatur.testing.IntegrationTest;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ImagesOfRevisionsTest {
    @Autowired
    Screenings screenings;

    @Autowired
    Contents contents;

    @Autowired
    MediaLibrary media;

    @Autowired
    CurrentPerson current;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyImageHasToBeLookedAt() throws IOException {
        var revision = piece(Files.readAllBytes(Path.of("src/main/resources/samples/garden.png")));

        assertThat(screenings.screenRevision(revision.contentId(), 1)).isEqualTo(Verdict.REVIEW);

        assertThat(found(revision)).singleElement().satisfies(only -> {
            assertThat(only.field()).isEqualTo("images[0]");
            assertThat(only.finding().identifier()).isEqualTo(Identifier.PHOTO);
            assertThat(only.finding().severity()).isEqualTo(Severity.REVIEW);
            assertThat(only.finding().isOfWhole()).isTrue();
        });
        assertThat(screenings.imageTexts(revision.contentId(), 1)).isEmpty();
    }

    @Test
    void whatStandsOnAWristbandBlocksAndOffsetsPointIntoWhatWasRead() {
        var revision = piece(Drawings.png(Drawings.wristband()));

        assertThat(screenings.screenRevision(revision.contentId(), 1)).isEqualTo(Verdict.BLOCK);

        var read = screenings.imageTexts(revision.contentId(), 1).getOrDefault(0, "");
        var inText = found(revision).stream()
                .filter(found -> found.field().equals("images[0].text"))
                .map(RevisionFinding::finding)
                .toList();
        assertThat(inText)
                .anySatisfy(finding -> {
                    assertThat(finding.identifier()).isEqualTo(Identifier.MRN);
                    assertThat(finding.severity()).isEqualTo(Severity.BLOCK);
                    assertThat(read.substring(finding.start(), finding.end())).contains(Drawings.WRISTBAND_NUMBER);
                })
                .anySatisfy(finding -> assertThat(finding.identifier()).isEqualTo(Identifier.DATE));
        assertThat(detectorsOfImage(revision)).contains("photograph", "barcode", "label");
    }

    @Test
    void whatAQrCodeSaysIsScreenedLikeAnyText() {
        var revision = piece(Drawings.png(withCode("Patient MRN 48211936")));

        assertThat(screenings.screenRevision(revision.contentId(), 1)).isEqualTo(Verdict.BLOCK);
        assertThat(found(revision))
                .anyMatch(found -> found.field().equals("images[0].text")
                        && found.finding().identifier() == Identifier.MRN);
    }

    @Test
    void aHarmlessCodeStillHasToBeLookedAt() {
        var revision = piece(Drawings.png(withCode("Garden")));

        assertThat(screenings.screenRevision(revision.contentId(), 1)).isEqualTo(Verdict.REVIEW);
        assertThat(detectorsOfImage(revision)).containsExactly("photograph", "barcode");
    }

    @Test
    void whatWasReadIsNoPartOfAFindingAndCanBePurged() {
        var revision = piece(Drawings.png(Drawings.poster("Call Jane Doe at 617-555-0123")));
        screenings.screenRevision(revision.contentId(), 1);

        assertThat(screenings.imageTexts(revision.contentId(), 1))
                .hasEntrySatisfying(0, text -> assertThat(text).contains("617-555-0123"));
        assertThat(jdbc.sql("select f::text from finding f where content_id = ?")
                        .param(revision.contentId())
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains("555"));

        jdbc.sql("delete from image_text where content_id = ?")
                .param(revision.contentId())
                .update();
        assertThat(screenings.imageTexts(revision.contentId(), 1)).isEmpty();
    }

    @Test
    void anImageThatCannotBeOpenedHasToBeLookedAt() {
        var revision = piece(Drawings.png(Drawings.poster("Call 617-555-0123")));
        jdbc.sql("update media set bytes = ?, sha256 = 'other' where id = ?")
                .params(new byte[] {1, 2, 3}, revision.images().get(0).mediaId())
                .update();

        assertThat(screenings.screenRevision(revision.contentId(), 1)).isEqualTo(Verdict.REVIEW);
        assertThat(found(revision)).anyMatch(found -> found.finding().advice().startsWith(Doubt.UNREADABLE.sentence()));
    }

    private static BufferedImage withCode(String text) {
        return Drawings.paper(
                600,
                500,
                Color.WHITE,
                graphics -> graphics.drawImage(Drawings.code(BarcodeFormat.QR_CODE, text, 360, 360), 100, 60, null));
    }

    private List<RevisionFinding> found(Revision revision) {
        return screenings.findings(revision.contentId(), 1);
    }

    private List<String> detectorsOfImage(Revision revision) {
        return found(revision).stream()
                .filter(found -> found.field().equals("images[0]"))
                .map(found -> found.finding().detector())
                .toList();
    }

    private Revision piece(byte[] image) {
        var created = new AtomicReference<Revision>();
        current.runAs(people.find("author").orElseThrow(), () -> {
            var stored = media.store(image, "author");
            created.set(contents.create(
                    new Draft(
                            ContentKind.ANNOUNCEMENT,
                            "Our garden is open",
                            "Come and see it.",
                            null,
                            List.of(new Draft.Image(stored.id(), "A picture of our house")),
                            List.of("newsroom"),
                            null),
                    "author"));
        });
        return Objects.requireNonNull(created.get());
    }
}
