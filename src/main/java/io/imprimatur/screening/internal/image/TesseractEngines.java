package io.imprimatur.screening.internal.image;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.springframework.stereotype.Component;

/** Opens Tesseract with the English language data that the build puts beside the classes. */
@Component
class TesseractEngines implements TextEngines {
    private static final String LANGUAGE_DATA = "/ocr/eng.traineddata.gz";

    @Override
    public TextEngine open() throws Unreadable {
        try {
            return new TesseractEngine(languageData());
        } catch (IOException | LinkageError notHere) {
            throw new Unreadable(Doubt.UNAVAILABLE);
        }
    }

    private static byte[] languageData() throws IOException {
        try (var packed = TesseractEngines.class.getResourceAsStream(LANGUAGE_DATA)) {
            if (packed == null) {
                throw new FileNotFoundException(LANGUAGE_DATA);
            }
            try (var data = new GZIPInputStream(packed)) {
                return data.readAllBytes();
            }
        }
    }
}
