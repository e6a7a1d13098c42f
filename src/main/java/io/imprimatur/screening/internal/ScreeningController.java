package io.imprimatur.screening.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.imprimatur.platform.Refusal;
import io.imprimatur.screening.Screener;
import io.imprimatur.screening.ScreeningUnavailable;
import io.imprimatur.screening.TextScreening;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Screens a text for whoever writes one. It is neither stored nor logged. */
@RestController
class ScreeningController {
    private final Screener screener;

    ScreeningController(Screener screener) {
        this.screener = screener;
    }

    /** @param text as a node, so that a number or list is told from a text instead of being turned into one */
    record Request(@Schema(type = "string", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable JsonNode text) {}

    @Operation(
            summary = "Screen a text",
            description = "Findings have UTF-16 offsets into the text. Nothing is stored.")
    @PostMapping("/api/screenings")
    TextScreening screen(@RequestBody Request request) {
        var text = request.text();
        if (text == null || !text.isTextual()) {
            throw Refusal.invalid("text-missing", "Please give the text to screen as a string named \"text\".")
                    .about("text");
        }
        try {
            return screener.screen(text.textValue());
        } catch (ScreeningUnavailable nobodyKnows) {
            throw new Refusal(
                    Refusal.Kind.UNAVAILABLE,
                    "screening-unavailable",
                    "The text could not be screened. Nothing goes out unscreened; please try again later.");
        }
    }
}
