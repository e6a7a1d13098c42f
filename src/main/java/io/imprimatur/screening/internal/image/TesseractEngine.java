package io.imprimatur.screening.internal.image;

import static org.bytedeco.tesseract.global.tesseract.OEM_LSTM_ONLY;
import static org.bytedeco.tesseract.global.tesseract.PSM_AUTO;
import static org.bytedeco.tesseract.global.tesseract.RIL_PARA;
import static org.bytedeco.tesseract.global.tesseract.RIL_TEXTLINE;
import static org.bytedeco.tesseract.global.tesseract.TessDeleteText;
import static org.bytedeco.tesseract.global.tesseract.TessResultIteratorDelete;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.tesseract.ETEXT_DESC;
import org.bytedeco.tesseract.ResultIterator;
import org.bytedeco.tesseract.StringVector;
import org.bytedeco.tesseract.TessBaseAPI;

/** Tesseract in this process. Its language data is read from memory, so nothing is unpacked to a disk. */
final class TesseractEngine implements TextEngine {
    /** Pixels an inch that are assumed; images for screens do not tell. */
    private static final int RESOLUTION = 150;

    private static final String NOWHERE = File.separatorChar == '/' ? "/dev/null" : "NUL";

    private final TessBaseAPI api = new TessBaseAPI();

    TesseractEngine(byte[] languageData) throws Unreadable {
        try (var data = new BytePointer(languageData);
                var language = new BytePointer("eng");
                var none = new PointerPointer<BytePointer>();
                var names = new StringVector();
                var values = new StringVector()) {
            int failed =
                    api.Init(data, languageData.length, language, OEM_LSTM_ONLY, none, 0, names, values, false, null);
            if (failed != 0) {
                close();
                throw new Unreadable(Doubt.UNAVAILABLE);
            }
        }
        api.SetPageSegMode(PSM_AUTO);
        api.SetVariable("debug_file", NOWHERE);
    }

    @Override
    public List<Line> lines(BufferedImage grey, Deadline deadline) throws Unreadable {
        deadline.require();
        try (var pixels = new BytePointer(Greys.pixels(grey));
                var watch = new ETEXT_DESC()) {
            api.SetImage(pixels, grey.getWidth(), grey.getHeight(), 1, grey.getWidth());
            api.SetSourceResolution(RESOLUTION);
            watch.set_deadline_msecs(
                    (int) Math.min(Integer.MAX_VALUE, deadline.left().toMillis()));
            int failed = api.Recognize(watch);
            deadline.require();
            if (failed != 0) {
                throw new Unreadable(Doubt.UNREADABLE);
            }
            return lines();
        } finally {
            api.Clear();
        }
    }

    private List<Line> lines() {
        var at = api.GetIterator();
        if (at == null || at.isNull()) {
            return List.of();
        }
        try {
            var lines = new ArrayList<Line>();
            do {
                var line = text(at);
                if (!line.isEmpty()) {
                    lines.add(new Line(line, at.Confidence(RIL_TEXTLINE), at.IsAtBeginningOf(RIL_PARA)));
                }
            } while (at.Next(RIL_TEXTLINE));
            return lines;
        } finally {
            TessResultIteratorDelete(at);
        }
    }

    private static String text(ResultIterator at) {
        var text = at.GetUTF8Text(RIL_TEXTLINE);
        if (text == null || text.isNull()) {
            return "";
        }
        try {
            return text.getString(StandardCharsets.UTF_8).strip();
        } finally {
            TessDeleteText(text);
        }
    }

    @Override
    public void close() {
        api.End();
        api.close();
    }
}
