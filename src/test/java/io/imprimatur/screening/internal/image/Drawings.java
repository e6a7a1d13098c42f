package io.imprimatur.screening.internal.image;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** Invented images as hospitals post them, drawn anew for each test. */
public final class Drawings {
    public static final String WRISTBAND_NUMBER = "48211936";

    private Drawings() {}

    public static BufferedImage paper(int width, int height, Color ground, Consumer<Graphics2D> drawing) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(ground);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        drawing.accept(graphics);
        graphics.dispose();
        return image;
    }

    public static void lines(Graphics2D graphics, int x, int y, int size, String... lines) {
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
        for (int line = 0; line < lines.length; line++) {
            graphics.drawString(lines[line], x, y + line * size * 14 / 10);
        }
    }

    public static BufferedImage poster(String... lines) {
        return poster(Color.WHITE, Color.BLACK, lines);
    }

    public static BufferedImage poster(Color ground, Color ink, String... lines) {
        return paper(1200, 700, ground, graphics -> {
            graphics.setColor(ink);
            lines(graphics, 60, 120, 46, lines);
        });
    }

    /** A band with name, date of birth, record number, and the number as a barcode. */
    public static BufferedImage wristband() {
        return paper(1200, 260, new Color(250, 250, 244), graphics -> {
            lines(
                    graphics,
                    30,
                    60,
                    34,
                    "DOE, JANE   F",
                    "DOB 03/14/1952   MRN " + WRISTBAND_NUMBER,
                    "ADM 10/02/2024  DR SMITH");
            graphics.drawImage(code(BarcodeFormat.CODE_128, WRISTBAND_NUMBER, 360, 120), 800, 60, null);
        });
    }

    public static BufferedImage code(BarcodeFormat format, String text, int width, int height) {
        try {
            var bits = new MultiFormatWriter().encode(text, format, width, height);
            var image = new BufferedImage(bits.getWidth(), bits.getHeight(), BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < bits.getHeight(); y++) {
                for (int x = 0; x < bits.getWidth(); x++) {
                    image.setRGB(x, y, bits.get(x, y) ? 0x000000 : 0xFFFFFF);
                }
            }
            return image;
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Soft light and grain, as in a photograph of a room; no writing. */
    public static BufferedImage photo(int width, int height) {
        var grain = new Random(7);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int light =
                        (int) (120 + 55 * Math.sin(x / 290.0) + 35 * Math.cos(y / 190.0) + 10 * grain.nextGaussian());
                int value = Math.max(0, Math.min(255, light));
                image.setRGB(x, y, new Color(value, value * 4 / 5, value * 3 / 5).getRGB());
            }
        }
        return image;
    }

    public static BufferedImage turned(BufferedImage image, double degrees) {
        double radians = Math.toRadians(degrees);
        double sine = Math.abs(Math.sin(radians));
        double cosine = Math.abs(Math.cos(radians));
        int width = (int) Math.round(image.getWidth() * cosine + image.getHeight() * sine);
        int height = (int) Math.round(image.getWidth() * sine + image.getHeight() * cosine);
        return paper(width, height, new Color(150, 140, 130), graphics -> {
            graphics.translate(width / 2.0, height / 2.0);
            graphics.rotate(radians);
            graphics.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
            graphics.drawImage(image, 0, 0, null);
        });
    }

    public static BufferedImage scaled(BufferedImage image, double factor) {
        int width = (int) (image.getWidth() * factor);
        int height = (int) (image.getHeight() * factor);
        return paper(width, height, Color.WHITE, graphics -> graphics.drawImage(image, 0, 0, width, height, null));
    }

    public static BufferedImage on(BufferedImage ground, BufferedImage image, int x, int y) {
        var graphics = ground.createGraphics();
        graphics.drawImage(image, x, y, null);
        graphics.dispose();
        return ground;
    }

    public static byte[] bytes(BufferedImage image, String format) {
        try {
            var bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException(format);
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static byte[] png(BufferedImage image) {
        return bytes(image, "png");
    }
}
