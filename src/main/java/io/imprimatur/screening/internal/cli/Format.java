package io.imprimatur.screening.internal.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a file is read. */
enum Format {
    TEXT,
    MARKDOWN,
    HTML;

    /** By the ending of its name; text when that says nothing. */
    static Format ofName(String file) {
        var ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "md", "markdown" -> MARKDOWN;
            case "html", "htm", "xhtml" -> HTML;
            default -> TEXT;
        };
    }

    static Reading read(String source, String file, @Nullable Format given) {
        return switch (given == null ? ofName(file) : given) {
            case TEXT -> Reading.plain(source);
            case MARKDOWN -> MarkdownReading.of(source);
            case HTML -> HtmlReading.of(source);
        };
    }
}
