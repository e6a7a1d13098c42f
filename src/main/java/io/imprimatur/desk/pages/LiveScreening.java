package io.imprimatur.desk.pages;

import io.imprimatur.desk.DeskProperties;
import io.imprimatur.desk.view.ScreenedImage;
import io.imprimatur.desk.view.ScreenedText;
import io.imprimatur.desk.view.Words;
import io.imprimatur.platform.Refusal;
import io.imprimatur.screening.Screener;
import io.imprimatur.screening.ScreeningUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Screens what somebody is writing, for their eyes only: nothing is stored and nothing is logged. */
@Component
class LiveScreening {
    private final Screener screener;
    private final LiveImages images;
    private final Words words;
    private final int maxLength;

    LiveScreening(Screener screener, LiveImages images, Words words, DeskProperties properties) {
        this.screener = screener;
        this.images = images;
        this.words = words;
        this.maxLength = properties.screenTextLength();
    }

    /**
     * @param texts those in which something was found
     * @param images every image, since somebody has to look at each
     * @param problem why there is no answer; null if there is one
     * @param blank whether there was nothing to look at
     */
    record Answer(List<ScreenedText> texts, List<ScreenedImage> images, @Nullable String problem, boolean blank) {
        /** How many places in texts and in what was read in images somebody has to answer. */
        public int count() {
            return Stream.concat(texts.stream(), images.stream().map(ScreenedImage::read))
                    .mapToInt(text -> text.toAnswer().size())
                    .sum();
        }
    }

    Answer screen(ComposeForm form) {
        var texts = new ArrayList<ScreenedText>();
        texts.add(unscreened("Title", form.title()));
        texts.add(unscreened("Text", form.body()));
        form.texts().forEach((channel, text) -> texts.add(unscreened("Text for " + words.channel(channel), text)));
        texts.add(unscreened("Link", form.link()));
        for (int i = 0; i < form.images().size(); i++) {
            String altText = form.images().get(i).altText();
            texts.add(unscreened("Description of image " + (i + 1), altText == null ? "" : altText));
        }
        return screen(texts, () -> images.screen(form));
    }

    Answer screen(String text) {
        return screen(List.of(unscreened("Text", text)), List::of);
    }

    private Answer screen(List<ScreenedText> texts, Supplier<List<ScreenedImage>> pictures) {
        try {
            return new Answer(
                    texts.stream()
                            .map(this::screened)
                            .filter(text -> !text.findings().isEmpty())
                            .toList(),
                    pictures.get(),
                    null,
                    texts.stream().allMatch(text -> text.text().isBlank()));
        } catch (ScreeningUnavailable broken) {
            return new Answer(
                    List.of(),
                    List.of(),
                    "Screening cannot answer at the moment. You can go on writing; it looks again when you submit.",
                    false);
        } catch (Refusal refused) {
            return new Answer(List.of(), List.of(), refused.sentence(), false);
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
