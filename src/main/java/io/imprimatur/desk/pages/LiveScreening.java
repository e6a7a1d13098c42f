package io.imprimatur.desk.pages;

import io.imprimatur.desk.DeskProperties;
import io.imprimatur.desk.view.ScreenedText;
import io.imprimatur.platform.Refusal;
import io.imprimatur.screening.Screener;
import io.imprimatur.screening.ScreeningUnavailable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Screens what somebody is writing, for their eyes only: nothing is stored and nothing is logged. */
@Component
class LiveScreening {
    private final Screener screener;
    private final int maxLength;

    LiveScreening(Screener screener, DeskProperties properties) {
        this.screener = screener;
        this.maxLength = properties.screenTextLength();
    }

    /**
     * @param texts those in which something was found
     * @param problem why there is no answer; null if there is one
     * @param blank whether there was nothing to look at
     */
    record Answer(List<ScreenedText> texts, @Nullable String problem, boolean blank) {
        public int count() {
            return texts.stream().mapToInt(text -> text.findings().size()).sum();
        }
    }

    Answer screen(ComposeForm form) {
        var texts = new ArrayList<ScreenedText>();
        texts.add(unscreened("Title", form.title()));
        texts.add(unscreened("Text", form.body()));
        texts.add(unscreened("Link", form.link()));
        for (int i = 0; i < form.images().size(); i++) {
            String altText = form.images().get(i).altText();
            texts.add(unscreened("Description of image " + (i + 1), altText == null ? "" : altText));
        }
        return screen(texts);
    }

    Answer screen(String text) {
        return screen(List.of(unscreened("Text", text)));
    }

    private Answer screen(List<ScreenedText> texts) {
        try {
            return new Answer(
                    texts.stream()
                            .map(this::screened)
                            .filter(text -> !text.findings().isEmpty())
                            .toList(),
                    null,
                    texts.stream().allMatch(text -> text.text().isBlank()));
        } catch (ScreeningUnavailable broken) {
            return new Answer(
                    List.of(),
                    "Screening cannot answer at the moment. You can go on writing; it looks again when you submit.",
                    false);
        } catch (Refusal refused) {
            return new Answer(List.of(), refused.sentence(), false);
        }
    }

    private ScreenedText screened(ScreenedText text) {
        if (text.text().length() > maxLength) {
            throw Refusal.invalid("text-too-long", "A text can have at most %,d characters here.".formatted(maxLength));
        }
        return new ScreenedText(
                text.name(), text.text(), screener.screen(text.text()).findings());
    }

    private static ScreenedText unscreened(String name, String text) {
        return new ScreenedText(name, text, List.of());
    }
}
