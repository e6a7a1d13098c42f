package io.imprimatur.screening.internal.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Images in shades of grey, one byte a pixel, as text and codes are looked for. */
final class Greys {
    /** Text of a small picture is read better when its letters are some twenty pixels high. */
    private static final int SMALL = 600_000;

    private static final double LARGEST_ENLARGEMENT = 3;
    private static final int MIDDLE_GREY = 128;

    private Greys() {}

    static BufferedImage blank(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    }

    static byte[] pixels(BufferedImage grey) {
        return ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
    }

    /** At the size at which it is read, on a ground from which its visible part stands out where it is transparent. */
    static BufferedImage toRead(BufferedImage image, int maxPixels) {
        var factor = factor((double) image.getWidth() * image.getHeight(), maxPixels);
        return factor < 1 ? shrunk(scaled(image, 1), factor) : scaled(image, factor);
    }

    /** The same image, or scaled down when it has more pixels. */
    static BufferedImage atMost(BufferedImage grey, int maxPixels) {
        var factor = Math.sqrt(maxPixels / ((double) grey.getWidth() * grey.getHeight()));
        return factor < 1 ? shrunk(grey, factor) : grey;
    }

    private static BufferedImage scaled(BufferedImage image, double factor) {
        var grey = blank(size(image.getWidth(), factor), size(image.getHeight(), factor));
        draw(grey, ground(image), image, AffineTransform.getScaleInstance(factor, factor));
        return grey;
    }

    /** First by whole numbers, each pixel the mean of those it stands for, so that thin strokes fade and do not break. */
    private static BufferedImage shrunk(BufferedImage grey, double factor) {
        int whole = (int) (1 / factor);
        var means = whole > 1 ? means(grey, whole) : grey;
        return scaled(means, factor * whole);
    }

    private static BufferedImage means(BufferedImage grey, int side) {
        int width = Math.max(1, grey.getWidth() / side);
        int height = Math.max(1, grey.getHeight() / side);
        var means = blank(width, height);
        var from = pixels(grey);
        var to = pixels(means);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                to[y * width + x] = mean(from, grey.getWidth(), x * side, y * side, side);
            }
        }
        return means;
    }

    private static byte mean(byte[] pixels, int width, int left, int top, int side) {
        int sum = 0;
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                sum += pixels[y * width + x] & 0xFF;
            }
        }
        return (byte) (sum / (side * side));
    }

    private static int size(int pixels, double factor) {
        return Math.max(1, (int) (pixels * factor));
    }

    private static double factor(double pixels, int maxPixels) {
        var wanted = pixels < SMALL ? Math.min(LARGEST_ENLARGEMENT, Math.sqrt(SMALL / pixels)) : 1;
        return Math.min(wanted, Math.sqrt(maxPixels / pixels));
    }

    /** Turned clockwise by so many right angles. */
    static BufferedImage turned(BufferedImage grey, int quarters) {
        int width = grey.getWidth();
        int height = grey.getHeight();
        var turned = quarters % 2 == 0 ? blank(width, height) : blank(height, width);
        var turn = AffineTransform.getTranslateInstance(turned.getWidth() / 2.0, turned.getHeight() / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-width / 2.0, -height / 2.0);
        draw(turned, Color.WHITE, grey, turn);
        return turned;
    }

    /** Tilted clockwise around its middle; corners that leave the image are lost. */
    static BufferedImage tilted(BufferedImage grey, int degrees) {
        var tilted = blank(grey.getWidth(), grey.getHeight());
        var turn = AffineTransform.getRotateInstance(
                Math.toRadians(degrees), grey.getWidth() / 2.0, grey.getHeight() / 2.0);
        draw(tilted, new Color(MIDDLE_GREY, MIDDLE_GREY, MIDDLE_GREY), grey, turn);
        return tilted;
    }

    private static void draw(BufferedImage target, Color ground, BufferedImage image, AffineTransform transform) {
        Graphics2D graphics = target.createGraphics();
        try {
            graphics.setColor(ground);
            graphics.fillRect(0, 0, target.getWidth(), target.getHeight());
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, transform, null);
        } finally {
            graphics.dispose();
        }
    }

    private static Color ground(BufferedImage image) {
        return image.getColorModel().hasAlpha() && isMostlyLight(image) ? Color.BLACK : Color.WHITE;
    }

    /** Whether what is visible is lighter than middle grey, looking at some ten thousand pixels. */
    private static boolean isMostlyLight(BufferedImage image) {
        int step = Math.max(1, (int) Math.sqrt((double) image.getWidth() * image.getHeight() / 10_000));
        long light = 0;
        long weight = 0;
        for (int y = 0; y < image.getHeight(); y += step) {
            for (int x = 0; x < image.getWidth(); x += step) {
                int argb = image.getRGB(x, y);
                int alpha = argb >>> 24;
                weight += alpha;
                light += (long) alpha * ((argb >> 16 & 0xFF) + 2 * (argb >> 8 & 0xFF) + (argb & 0xFF)) / 4;
            }
        }
        return light > weight * MIDDLE_GREY;
    }
}
