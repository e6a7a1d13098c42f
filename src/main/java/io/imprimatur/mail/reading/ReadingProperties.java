package io.imprimatur.mail.reading;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of a mail is read, and words that decide beside the built-in ones.
 *
 * @param maxText characters of a mail's text that are read; the rest is dropped
 * @param maxHtml characters of an HTML part that are parsed
 * @param maxLines lines of a mail's text that are read
 * @param maxLineLength characters of a line that are read
 * @param maxParts parts of a multipart mail that are looked at
 * @param maxNesting depth of multiparts and attached mails that is looked into
 * @param maxHeaders header fields that are read, of the mail and of each part
 * @param maxHeaderLength characters of a header field's value that are read
 * @param approve further words and phrases that approve
 * @param requestChanges further words and phrases that ask for changes
 * @param reject further words and phrases that reject
 */
@Validated
@ConfigurationProperties("imprimatur.mail.reading")
public record ReadingProperties(
        @DefaultValue("65536") @Min(1_000) @Max(1_048_576) int maxText,
        @DefaultValue("524288") @Min(1_000) @Max(4_194_304) int maxHtml,
        @DefaultValue("800") @Min(10) @Max(10_000) int maxLines,
        @DefaultValue("400") @Min(80) @Max(10_000) int maxLineLength,
        @DefaultValue("100") @Min(1) @Max(1_000) int maxParts,
        @DefaultValue("12") @Min(1) @Max(50) int maxNesting,
        @DefaultValue("500") @Min(20) @Max(5_000) int maxHeaders,
        @DefaultValue("8000") @Min(500) @Max(100_000) int maxHeaderLength,
        @DefaultValue @NotNull List<String> approve,
        @DefaultValue @NotNull List<String> requestChanges,
        @DefaultValue @NotNull List<String> reject) {

    public ReadingProperties {
        approve = List.copyOf(approve);
        requestChanges = List.copyOf(requestChanges);
        reject = List.copyOf(reject);
    }

    /** The bounds and words of a configuration that sets none. */
    public static ReadingProperties defaults() {
        return new ReadingProperties(65_536, 524_288, 800, 400, 100, 12, 500, 8_000, List.of(), List.of(), List.of());
    }

    /** The same bounds with these words added to the built-in ones. */
    public ReadingProperties with(List<String> approving, List<String> requestingChanges, List<String> rejecting) {
        return new ReadingProperties(
                maxText,
                maxHtml,
                maxLines,
                maxLineLength,
                maxParts,
                maxNesting,
                maxHeaders,
                maxHeaderLength,
                approving,
                requestingChanges,
                rejecting);
    }
}
