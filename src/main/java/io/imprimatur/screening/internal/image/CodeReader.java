package io.imprimatur.screening.internal.image;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import com.google.zxing.multi.MultipleBarcodeReader;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads barcodes and two-dimensional codes, several in an image, whichever way up they are. */
final class CodeReader {
    /** Formats whose accidental likenesses in photographs would cry wolf, such as UPC-E, are left out. */
    private static final List<BarcodeFormat> LINEAR = List.of(
            BarcodeFormat.CODE_128,
            BarcodeFormat.CODE_39,
            BarcodeFormat.CODABAR,
            BarcodeFormat.EAN_13,
            BarcodeFormat.UPC_A);

    private static final List<BarcodeFormat> SQUARE =
            List.of(BarcodeFormat.DATA_MATRIX, BarcodeFormat.AZTEC, BarcodeFormat.PDF_417);

    /** Codes are drawn for cheap scanners, so fewer pixels do than for print. */
    private static final int MAX_PIXELS = 1_500_000;

    private static final int ASKEW = 45;

    private CodeReader() {}

    /** What each code says, each once. */
    static List<String> codes(BufferedImage image) {
        var grey = Greys.atMost(image, MAX_PIXELS);
        var found = new LinkedHashSet<String>();
        add(found, grey, new QRCodeMultiReader(), List.of(BarcodeFormat.QR_CODE));
        add(found, grey, several(), SQUARE);
        add(found, grey, several(), LINEAR);
        add(found, Greys.turned(grey, 1), several(), LINEAR);
        if (found.isEmpty()) {
            add(found, Greys.tilted(grey, ASKEW), several(), LINEAR);
            add(found, Greys.tilted(grey, -ASKEW), several(), LINEAR);
        }
        return new ArrayList<>(found);
    }

    private static void add(
            Set<String> found, BufferedImage grey, MultipleBarcodeReader reader, List<BarcodeFormat> formats) {
        int width = grey.getWidth();
        int height = grey.getHeight();
        var light = new PlanarYUVLuminanceSource(Greys.pixels(grey), width, height, 0, 0, width, height, false);
        try {
            for (Result code : reader.decodeMultiple(new BinaryBitmap(new HybridBinarizer(light)), hints(formats))) {
                var text = code.getText().strip();
                if (!text.isEmpty()) {
                    found.add(text);
                }
            }
        } catch (NotFoundException none) {
            // Most images hold no code.
        }
    }

    private static MultipleBarcodeReader several() {
        return new GenericMultipleBarcodeReader(new MultiFormatReader());
    }

    private static Map<DecodeHintType, Object> hints(List<BarcodeFormat> formats) {
        return new EnumMap<>(Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE, DecodeHintType.POSSIBLE_FORMATS, formats));
    }
}
