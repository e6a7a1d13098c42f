package io.imprimatur.content.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.platform.Refusal;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageCleanerTest {
    private final ImageCleaner cleaner = new ImageCleaner(new ImageBounds(1_000_000, 3));

    static Stream<byte[]> all() {
        return ImageSamples.all();
    }

    static Stream<byte[]> decodable() {
        return Stream.of(
                ImageSamples.plain("jpg"),
                ImageSamples.plain("png"),
                ImageSamples.plain("gif"),
                ImageSamples.taggedJpeg(),
                ImageSamples.taggedPng(),
                ImageSamples.taggedGif());
    }

    @ParameterizedTest
    @MethodSource("all")
    void leavesNothingOfTheMetadata(byte[] image) {
        assertThat(ImageSamples.asText(cleaner.clean(image).bytes()))
                .doesNotContain(ImageSamples.MARKER)
                .doesNotContain("PATIENT-Jane")
                .doesNotContain("Author");
    }

    @ParameterizedTest
    @MethodSource("decodable")
    void leavesEveryPixelAsItWas(byte[] image) {
        var clean = cleaner.clean(image);
        assertThat(ImageSamples.pixels(clean.bytes())).isEqualTo(ImageSamples.pixels(image));
        assertThat(clean.width()).isEqualTo(24);
        assertThat(clean.height()).isEqualTo(16);
    }

    @ParameterizedTest
    @MethodSource("all")
    void changesNothingTheSecondTime(byte[] image) {
        var once = cleaner.clean(image).bytes();
        assertThat(cleaner.clean(once).bytes()).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("all")
    void refusesAnImageThatIsCutOffAnywhere(byte[] image) {
        var whole = cleaner.clean(image).bytes();
        for (int length = 0; length < whole.length; length++) {
            var part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> cleaner.clean(part)).isInstanceOf(Refusal.class);
        }
    }

    /** A fixed seed: the same mutations each time, so that a failure can be repeated. */
    @ParameterizedTest
    @MethodSource("all")
    void answersEveryMutationWithACleanImageOrARefusal(byte[] image) {
        var random = new Random(164_514);
        for (int round = 0; round < 3_000; round++) {
            var mutated = image.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            requireCleanOrRefused(Arrays.copyOf(mutated, random.nextInt(mutated.length + 20)));
        }
    }

    @Test
    void answersRandomBytesBehindEverySignatureWithACleanImageOrARefusal() {
        var random = new Random(45);
        var heads = ImageSamples.plain();
        for (int round = 0; round < 20_000; round++) {
            var bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            var head = heads.get(round % heads.size());
            System.arraycopy(head, 0, bytes, 0, Math.min(bytes.length, random.nextInt(head.length)));
            requireCleanOrRefused(bytes);
        }
    }

    private void requireCleanOrRefused(byte[] bytes) {
        try {
            var once = cleaner.clean(bytes).bytes();
            assertThat(cleaner.clean(once).bytes()).isEqualTo(once);
        } catch (Refusal refused) {
            assertThat(refused.code()).startsWith("image-");
        }
    }

    @Test
    void tellsTheTypeByTheBytes() {
        assertThat(ImageSamples.plain().stream()
                        .map(image -> cleaner.clean(image).type()))
                .containsExactly("image/jpeg", "image/png", "image/gif", "image/webp");
    }

    @Test
    void refusesWhatIsNoImage() {
        assertThatThrownBy(() -> cleaner.clean("<svg onload='alert(1)'/>".getBytes()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("image-type");
                    assertThat(refusal.kind().status()).isEqualTo(415);
                });
    }

    @Test
    void keepsTheSideThatIsUpAndNothingElseOfExif() {
        var clean = ImageSamples.asText(cleaner.clean(ImageSamples.taggedJpeg()).bytes());
        var exif = clean.substring(clean.indexOf("Exif") + 6).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(ExifOrientation.read(exif)).isEqualTo(6);
        assertThat(clean.indexOf("Exif")).isEqualTo(clean.lastIndexOf("Exif"));
    }

    @Test
    void keepsTheLoopOfAnAnimation() {
        assertThat(ImageSamples.asText(cleaner.clean(ImageSamples.taggedGif()).bytes()))
                .contains("NETSCAPE2.0")
                .doesNotContain("XMP");
    }

    @Test
    void correctsTheFlagsAndTheSizeOfWebp() {
        var clean = cleaner.clean(ImageSamples.taggedWebp()).bytes();
        assertThat(clean[20]).isZero();
        var header = new ByteSource(clean, 4, 8);
        assertThat(header.u32LittleEndian()).isEqualTo(clean.length - 8);
    }

    @Test
    void keepsBothFramesOfAnAnimatedWebp() {
        var clean = ImageSamples.asText(
                cleaner.clean(ImageSamples.taggedAnimatedWebp()).bytes());
        assertThat(clean.split("ANMF", -1)).hasSize(3);
    }

    @Test
    void refusesABombByItsHeaderBeforeUnpackingIt() {
        var bomb = ImageSamples.plain("gif");
        bomb[6] = (byte) 0xFF;
        bomb[7] = (byte) 0xFF;
        bomb[8] = (byte) 0xFF;
        bomb[9] = (byte) 0xFF;
        assertThatThrownBy(() -> cleaner.clean(bomb))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("image-too-many-pixels"));
    }

    @Test
    void refusesAnAnimationOfTooManyFrames() {
        var frame = new ByteSink()
                .bytes(new byte[16])
                .bytes(Arrays.copyOfRange(ImageSamples.webp(), 12, ImageSamples.webp().length))
                .toBytes();
        var chunks = new ByteSink().bytes(ImageSamples.webpChunk("VP8X", new byte[] {2, 0, 0, 0, 23, 0, 0, 15, 0, 0}));
        for (int each = 0; each < 4; each++) {
            chunks.bytes(ImageSamples.webpChunk("ANMF", frame));
        }
        assertThatThrownBy(() -> cleaner.clean(ImageSamples.riff(chunks)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("image-too-many-frames"));
    }

    @Test
    void replacesTheNameOfAColourProfile() throws Exception {
        var plain = ImageSamples.plain("png");
        var named = new ByteSink()
                .bytes(Arrays.copyOf(plain, 33))
                .bytes(ImageSamples.pngChunk("iCCP", ImageSamples.MARKER + "\0\0profile"))
                .bytes(Arrays.copyOfRange(plain, 33, plain.length))
                .toBytes();
        var clean = cleaner.clean(named).bytes();
        assertThat(ImageSamples.asText(clean)).contains("iCCPicc").doesNotContain(ImageSamples.MARKER);
        assertThat(ImageIO.read(new ByteArrayInputStream(clean))).isNotNull();
    }
}
