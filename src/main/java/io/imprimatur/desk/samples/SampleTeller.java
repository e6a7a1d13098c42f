package io.imprimatur.desk.samples;

import io.imprimatur.content.ChannelCatalog;
import io.imprimatur.content.Contents;
import io.imprimatur.content.Draft;
import io.imprimatur.content.MediaLibrary;
import io.imprimatur.desk.samples.Sample.Act;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.screening.Screenings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a sample's story act by act, by the same use cases as people at their pages. */
@Component
class SampleTeller {
    static final String AUTHOR = "author";

    private final SampleStore store;
    private final Contents contents;
    private final MediaLibrary media;
    private final ChannelCatalog channels;
    private final ApprovalFlow flow;
    private final Screenings screenings;
    private final Clock clock;

    SampleTeller(
            SampleStore store,
            Contents contents,
            MediaLibrary media,
            ChannelCatalog channels,
            ApprovalFlow flow,
            Screenings screenings,
            Clock clock) {
        this.store = store;
        this.contents = contents;
        this.media = media;
        this.channels = channels;
        this.flow = flow;
        this.screenings = screenings;
        this.clock = clock;
    }

    enum Progress {
        DONE,
        ADVANCED,
        WAITING
    }

    /** Who does what comes next; empty when the story is told. */
    @Transactional
    public Optional<String> next(Sample sample) {
        return store.lock(sample.name())
                .map(told -> told.step() < sample.story().size()
                        ? Optional.of(actor(sample.story().get(told.step())))
                        : Optional.<String>empty())
                .orElseGet(() -> Optional.of(AUTHOR));
    }

    /** One act and the note that it was done, in one transaction: a crash repeats none and loses none. */
    @Transactional
    public Progress tell(Sample sample) {
        var told = store.lock(sample.name());
        if (told.isEmpty()) {
            store.begin(sample.name(), contents.create(draft(sample), AUTHOR).contentId());
            return Progress.ADVANCED;
        }
        UUID piece = told.get().contentId();
        int step = told.get().step();
        if (step >= sample.story().size()) {
            return Progress.DONE;
        }
        if (!happens(sample.story().get(step), piece)) {
            return Progress.WAITING;
        }
        store.advance(sample.name());
        return Progress.ADVANCED;
    }

    private static String actor(Act act) {
        return act instanceof Act.Decide decide ? decide.person() : AUTHOR;
    }

    private boolean happens(Act act, UUID piece) {
        if (act instanceof Act.Decide decide) {
            return decided(decide, piece);
        }
        if (!flow.atDraft(piece)) {
            return false;
        }
        contents.submit(piece, AUTHOR, null);
        return true;
    }

    private boolean decided(Act.Decide decide, UUID piece) {
        Optional<FlowTask> task = flow.openTasks(piece).stream()
                .filter(open -> decide.stage().equals(open.stage()))
                .findFirst();
        task.ifPresent(open -> {
            flow.claim(open.id(), decide.person());
            answer(open, decide);
            flow.decide(open.id(), decide.person(), decide.decision(), decide.reason());
        });
        return task.isPresent();
    }

    /** With the decision's reason, what nobody has answered yet. */
    private void answer(FlowTask task, Act.Decide decide) {
        var reason = decide.reason();
        if (decide.decision() == TaskDecision.APPROVE && reason != null) {
            screenings.findingsToAnswer(task.contentId(), task.revision()).stream()
                    .filter(found -> found.answers().isEmpty())
                    .forEach(found ->
                            screenings.answer(task.contentId(), task.revision(), found.id(), decide.person(), reason));
        }
    }

    private Draft draft(Sample sample) {
        var images = sample.withImage() ? List.of(image()) : List.<Draft.Image>of();
        String newsroom = channels.channels().get(0).key();
        return new Draft(
                sample.kind(),
                sample.title(),
                sample.body(),
                sample.link() == null ? null : URI.create(sample.link()),
                images,
                List.of(newsroom),
                goesOut(sample));
    }

    private @Nullable Instant goesOut(Sample sample) {
        return sample.goesOutIn() == null
                ? null
                : clock.instant().plus(sample.goesOutIn()).truncatedTo(ChronoUnit.HOURS);
    }

    private Draft.Image image() {
        try {
            byte[] bytes = new ClassPathResource("samples/garden.png").getContentAsByteArray();
            return new Draft.Image(media.store(bytes, AUTHOR).id(), SampleBook.ALT_TEXT);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
