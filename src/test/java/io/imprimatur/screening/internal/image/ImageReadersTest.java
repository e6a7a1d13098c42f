package io.imprimatur.screening.internal.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import io.imprimatur.screening.Finding;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReadersTest {
    private static final String[] POSTER = {
        "Flu shots for everyone", "Monday to Friday, 8 am to 4 pm", "Call Jane Doe at 617-555-0123"
    };

    /** A lossless WebP of 1 by 1 pixel. */
    private static final String WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

    private static final ImageReaders READERS = new ImageReaders(new TesseractEngines(), Bounds.usual());

    @AfterAll
    static void close() {
        READERS.destroy();
    }

    @Test
    void textOnAPosterIsRead() {
        var reading = read(Drawings.poster(POSTER));

        assertThat(reading.printed()).contains(POSTER);
        assertThat(reading.codes()).isEmpty();
        assertThat(reading.doubts()).isEmpty();
    }

    @Test
    void textOfLittleContrastIsRead() {
        assertThat(read(Drawings.poster(new Color(205, 205, 205), new Color(172, 172, 172), POSTER))
                        .printed())
                .contains("617-555-0123");
    }

    @Test
    void lightTextOnDarkGroundIsRead() {
        assertThat(read(Drawings.poster(new Color(20, 40, 90), Color.WHITE, POSTER))
                        .printed())
                .contains("617-555-0123");
    }

    @Test
    void smallImagesAreReadEnlarged() {
        assertThat(read(Drawings.scaled(Drawings.poster(POSTER), 0.22)).printed())
                .contains("617-555-0123");
    }

    @Test
    void textOnTransparentGroundIsReadWhateverItsColour() {
        for (var ink : new Color[] {Color.BLACK, Color.WHITE}) {
            var image = new BufferedImage(1200, 700, BufferedImage.TYPE_INT_ARGB);
            var graphics = image.createGraphics();
            graphics.setColor(ink);
            Drawings.lines(graphics, 60, 120, 46, POSTER);
            graphics.dispose();

            assertThat(read(image).printed()).contains("617-555-0123");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270, 4, 11, -11, 95})
    void aWristbandIsReadWhicheverWayUp(int degrees) {
        var reading = read(Drawings.turned(Drawings.wristband(), degrees));

        assertThat(withoutBlanks(reading)).contains("MRN" + Drawings.WRISTBAND_NUMBER);
        assertThat(reading.codes()).contains(Drawings.WRISTBAND_NUMBER);
        assertThat(ImageFindings.of(reading))
                .extracting(Finding::detector)
                .containsExactly("photograph", "barcode", "label");
    }

    @Test
    void aWristbandOnItsSideBesideUprightTextIsReadToo() {
        var poster = Drawings.paper(1700, 1400, Color.WHITE, graphics -> Drawings.lines(graphics, 60, 120, 46, POSTER));

        var reading = read(Drawings.on(poster, Drawings.turned(Drawings.wristband(), 90), 1350, 60));

        assertThat(reading.printed()).contains(POSTER);
        assertThat(withoutBlanks(reading)).contains("MRN" + Drawings.WRISTBAND_NUMBER);
    }

    @Test
    void aWristbandInALargePhotoIsRead() {
        var photo = Drawings.on(Drawings.photo(4000, 3000), Drawings.turned(Drawings.wristband(), 270), 1800, 900);

        var reading = READERS.read(Drawings.bytes(photo, "jpg"));

        assertThat(withoutBlanks(reading)).contains("MRN" + Drawings.WRISTBAND_NUMBER);
        assertThat(LabelLook.matches(reading.printed())).isTrue();
    }

    @Test
    void aPhotoWithoutWritingHoldsNothing() {
        var reading = read(Drawings.photo(1600, 1200));

        assertThat(reading.text()).isEmpty();
        assertThat(reading.doubts()).isEmpty();
    }

    @Test
    void severalCodesAreRead() {
        var page = Drawings.paper(1000, 900, Color.WHITE, graphics -> {
            graphics.drawImage(
                    Drawings.code(BarcodeFormat.QR_CODE, "https://example.org/p?mrn=48211936", 300, 300), 40, 40, null);
            graphics.drawImage(Drawings.code(BarcodeFormat.QR_CODE, "Room 12", 300, 300), 600, 40, null);
            graphics.drawImage(Drawings.code(BarcodeFormat.CODE_128, "A-48211936", 500, 160), 200, 600, null);
        });

        assertThat(read(page).codes())
                .containsExactlyInAnyOrder("https://example.org/p?mrn=48211936", "Room 12", "A-48211936");
    }

    @ParameterizedTest
    @ValueSource(strings = {"QR_CODE", "DATA_MATRIX", "AZTEC", "PDF_417", "CODE_39"})
    void theUsualCodesAreRead(BarcodeFormat format) {
        var page = Drawings.paper(
                900,
                700,
                Color.WHITE,
                graphics -> graphics.drawImage(Drawings.code(format, "48211936", 400, 300), 200, 150, null));

        assertThat(read(page).codes()).containsExactly("48211936");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif"})
    void everyFormatIsOpened(String format) {
        assertThat(READERS.read(Drawings.bytes(Drawings.poster(POSTER), format)).printed())
                .contains("617-555-0123");
    }

    @Test
    void webpIsOpenedThoughTheJdkDoesNotKnowIt() throws Unreadable {
        var picture = new ImageDecoder(4_000_000).decode(Base64.getDecoder().decode(WEBP));

        assertThat(picture.grey().getWidth()).isPositive();
    }

    @Test
    void onlyTheFirstPictureOfAnAnimationIsReadAndThatIsSaid() {
        var reading = READERS.read(Animations.gif(Drawings.poster(POSTER), Drawings.poster("Another")));

        assertThat(reading.printed()).contains("617-555-0123");
        assertThat(reading.doubts()).containsExactly(Doubt.ANIMATED);
    }

    @Test
    void bytesThatAreNoImageAreADoubt() {
        var garbage = new byte[5000];
        new Random(3).nextBytes(garbage);

        assertThat(READERS.read(garbage).doubts()).containsExactly(Doubt.UNREADABLE);
        assertThat(READERS.read(new byte[0]).doubts()).containsExactly(Doubt.UNREADABLE);
    }

    @Test
    void onlySoMuchTextIsKept() {
        var readers = new ImageReaders(new TesseractEngines(), Bounds.with(true, 20, Duration.ofSeconds(30)));

        var reading = readers.read(Drawings.png(Drawings.poster(POSTER)));
        readers.destroy();

        assertThat(reading.printed()).hasSize(20);
        assertThat(reading.doubts()).containsExactly(Doubt.CUT);
    }

    /** The engine parts some long numbers. */
    private static String withoutBlanks(ImageReading reading) {
        return reading.printed().replace(" ", "");
    }

    private static ImageReading read(BufferedImage image) {
        return READERS.read(Drawings.png(image));
    }
}
