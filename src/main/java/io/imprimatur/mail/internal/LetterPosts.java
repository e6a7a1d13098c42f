package io.imprimatur.mail.internal;

import io.imprimatur.content.Contents;
import io.imprimatur.content.MediaLibrary;
import io.imprimatur.content.Revision;
import io.imprimatur.content.comparison.RevisionComparison;
import io.imprimatur.content.comparison.RevisionWords;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.mail.internal.LetterPost.OwnText;
import io.imprimatur.review.Reviews;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts into a message what is to be decided: the text, its images, and what changed since the stage decided last. */
@Component
class LetterPosts {
    private final Contents contents;
    private final MediaLibrary media;
    private final Reviews reviews;
    private final RevisionComparison comparison;
    private final RevisionWords words;
    private final MailProperties properties;

    LetterPosts(
            Contents contents,
            MediaLibrary media,
            Reviews reviews,
            RevisionComparison comparison,
            RevisionWords words,
            MailProperties properties) {
        this.contents = contents;
        this.media = media;
        this.reviews = reviews;
        this.comparison = comparison;
        this.words = words;
        this.properties = properties;
    }

    LetterPost of(FlowTask task) {
        var revision = contents.revision(task.contentId(), task.revision());
        var texts = new TreeMap<>(revision.texts())
                .entrySet().stream()
                        .map(own -> new OwnText(words.channel(own.getKey()), own.getValue()))
                        .toList();
        var before = reviews.lastReviewed(task.contentId(), String.valueOf(task.stage()), task.revision());
        return before.map(number -> new LetterPost(
                        revision,
                        texts,
                        attached(revision),
                        number,
                        comparison.compare(contents.revision(task.contentId(), number), revision)))
                .orElseGet(() -> new LetterPost(revision, texts, attached(revision), null, List.of()));
    }

    /** In their order, as many as the bound allows. */
    private Set<UUID> attached(Revision revision) {
        var attached = new HashSet<UUID>();
        long room = properties.imagesMaxBytes().toBytes();
        for (var image : revision.images()) {
            long size =
                    media.find(image.mediaId()).map(MediaLibrary.Media::size).orElse(Long.MAX_VALUE);
            if (!attached.contains(image.mediaId()) && size <= room) {
                attached.add(image.mediaId());
                room -= size;
            }
        }
        return attached;
    }
}
