package io.imprimatur.content.internal;

import io.imprimatur.content.Draft;
import io.imprimatur.platform.Refusal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every revision must keep to, finished or not. */
@Component
class DraftRules {
    private final ContentProperties bounds;
    private final ChannelRules channels;
    private final Clock clock;

    DraftRules(ContentProperties bounds, ChannelRules channels, Clock clock) {
        this.bounds = bounds;
        this.channels = channels;
        this.clock = clock;
    }

    /** The draft in the form in which it is kept: title stripped, line ends unified, channels sorted. */
    Draft check(Draft draft) {
        return new Draft(
                draft.kind(),
                title(draft.title()),
                body(draft.body()),
                link(draft),
                images(draft.images()),
                channels.known(draft.channels()),
                publishAt(draft.publishAt()),
                texts(draft),
                draft.publishAt() == null ? null : draft.timeZone());
    }

    /** Blank ones count as none; a text for a channel that is not chosen would be lost without a word, and is refused. */
    private Map<String, String> texts(Draft draft) {
        var kept = new TreeMap<String, String>();
        draft.texts().forEach((channel, text) -> {
            if (!text.isBlank()) {
                if (!draft.channels().contains(channel)) {
                    throw Refusal.invalid(
                                    "text-without-channel",
                                    "There is a text of its own for a channel that is not chosen. Choose the channel, or"
                                            + " empty its text.")
                            .about("texts[" + channel + "]");
                }
                kept.put(channel, ownText(text, "texts[" + channel + "]"));
            }
        });
        return kept;
    }

    private String ownText(String text, String field) {
        var lines = PlainText.unixLines(text).strip();
        if (PlainText.length(lines) > bounds.maxBody()) {
            throw new Refusal(
                            Refusal.Kind.TOO_LARGE,
                            "text-too-long",
                            "A channel's own text may have at most " + bounds.maxBody() + " characters.")
                    .about(field);
        }
        PlainText.requireLines(lines, field, "The channel's own text");
        return lines;
    }

    private String title(String text) {
        var title = text.strip();
        PlainText.requireLine(title, "title", "The title");
        if (title.isEmpty()) {
            throw Refusal.invalid("title-missing", "The piece needs a title.").about("title");
        }
        if (PlainText.length(title) > bounds.maxTitle()) {
            throw Refusal.invalid("title-too-long", "The title may have at most " + bounds.maxTitle() + " characters.")
                    .about("title");
        }
        return title;
    }

    private String body(String text) {
        var body = PlainText.unixLines(text);
        if (PlainText.length(body) > bounds.maxBody()) {
            throw new Refusal(
                            Refusal.Kind.TOO_LARGE,
                            "body-too-long",
                            "The text may have at most " + bounds.maxBody() + " characters.")
                    .about("body");
        }
        PlainText.requireLines(body, "body", "The text");
        return body;
    }

    private @Nullable URI link(Draft draft) {
        LinkRules.check(draft.link(), bounds.maxLink());
        return draft.link();
    }

    private List<Draft.Image> images(List<Draft.Image> images) {
        if (images.size() > bounds.maxImages()) {
            throw Refusal.invalid("too-many-images", "A piece may have at most " + bounds.maxImages() + " images.")
                    .about("images");
        }
        var checked = new ArrayList<Draft.Image>();
        for (var image : images) {
            checked.add(new Draft.Image(
                    image.mediaId(), altText(image.altText(), "images[" + checked.size() + "].altText")));
        }
        return checked;
    }

    private String altText(String text, String field) {
        var altText = text.strip();
        PlainText.requireLine(altText, field, "The alternative text");
        if (altText.isEmpty()) {
            throw Refusal.invalid(
                            "alt-text-missing",
                            "Every image needs an alternative text that says what it shows, for people who do not see it.")
                    .about(field);
        }
        if (PlainText.length(altText) > bounds.maxAltText()) {
            throw Refusal.invalid(
                            "alt-text-too-long",
                            "An alternative text may have at most " + bounds.maxAltText() + " characters.")
                    .about(field);
        }
        return altText;
    }

    /** Whether it lies in the future is asked when the piece is handed in. The database keeps microseconds. */
    private @Nullable Instant publishAt(@Nullable Instant instant) {
        if (instant == null) {
            return null;
        }
        var now = clock.instant();
        if (instant.isAfter(now.plus(bounds.maxScheduleAhead()))
                || instant.isBefore(now.minus(bounds.maxScheduleAhead()))) {
            throw Refusal.invalid(
                            "publish-at-too-far",
                            "The time of publication may be at most "
                                    + bounds.maxScheduleAhead().toDays() + " days away.")
                    .about("publishAt");
        }
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
