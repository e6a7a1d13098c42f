package io.imprimatur.desk.samples;

import io.imprimatur.content.ContentState;
import io.imprimatur.content.Contents;
import io.imprimatur.content.Piece;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.publishing.Publication;
import io.imprimatur.publishing.Publications;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the sample posts stand; says nothing of what is in them. */
@Component
public class SampleOverview {
    private final SampleStore store;
    private final Contents contents;
    private final ApprovalFlow flow;
    private final Publications publications;

    SampleOverview(SampleStore store, Contents contents, ApprovalFlow flow, Publications publications) {
        this.store = store;
        this.contents = contents;
        this.flow = flow;
        this.publications = publications;
    }

    /**
     * @param summary what the sample is there to show
     * @param task what it waits for, if somebody can work on it
     * @param url where it was published
     */
    public record Place(String summary, Piece piece, @Nullable FlowTask task, @Nullable URI url) {
        /** Whether it waits for its author. */
        public boolean forAuthor() {
            return task == null || task.isDraft();
        }

        public ContentState state() {
            return piece.state();
        }
    }

    public List<Place> places() {
        var pieces = store.pieces();
        return SampleBook.SAMPLES.stream()
                .flatMap(sample -> Stream.ofNullable(pieces.get(sample.name()))
                        .flatMap(id -> contents.find(id).stream())
                        .map(piece -> place(sample, piece)))
                .toList();
    }

    private Place place(Sample sample, Piece piece) {
        FlowTask task = flow.openTasks(piece.id()).stream().findFirst().orElse(null);
        URI url = publications.ofContent(piece.id()).stream()
                .map(Publication::url)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Place(sample.summary(), piece, task, url);
    }
}
