package io.imprimatur.publishing.internal;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.publishing.PreservedPost;
import io.imprimatur.publishing.Publication;
import io.imprimatur.publishing.channel.ApprovedBytesChanged;
import io.imprimatur.publishing.channel.LivePost;
import io.imprimatur.publishing.channel.Picture;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.ReadBack;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what readers saw before it comes down, since whether people must be notified is assessed afterwards from what was
 * disclosed (45 CFR 164.402(2)). Where the platform cannot be read, what was approved is kept instead, and it says so.
 */
@Component
class Preservation {
    private final PreservedRows kept;
    private final PublicationRows rows;
    private final Ledger ledger;
    private final Clock clock;

    Preservation(PreservedRows kept, PublicationRows rows, Ledger ledger, Clock clock) {
        this.kept = kept;
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    public void preserve(Row row, ReadBack seen, Post approved) {
        if (seen instanceof ReadBack.Read read && !read.views().isEmpty()) {
            var shown = read.views().get(read.views().size() - 1);
            keep(row.publication(), PreservedPost.Source.LIVE, null, text(shown), pictures(shown, approved));
        } else {
            keep(
                    row.publication(),
                    PreservedPost.Source.APPROVED,
                    problem(seen),
                    approved.wholeText(),
                    approved.images().stream()
                            .flatMap(image -> asApproved(image).stream())
                            .toList());
        }
        rows.preserved(row.id());
    }

    private void keep(
            Publication publication,
            PreservedPost.Source source,
            @Nullable String problem,
            String text,
            List<PreservedRows.Kept> pictures) {
        var id = kept.insert(publication, source, problem, text, pictures, clock.instant());
        ledger.record(LedgerEntry.aboutContent(LedgerEntry.SYSTEM, "LIVE_POST_PRESERVED", publication.contentId())
                .revision(publication.revision(), publication.revisionHash())
                .detail("channel", publication.channel())
                .detail("preserved", id.toString())
                .detail("source", source.name()));
    }

    private static String problem(ReadBack seen) {
        if (seen instanceof ReadBack.Unavailable unavailable) {
            return unavailable.code();
        }
        return seen instanceof ReadBack.Missing ? Problems.LIVE_MISSING : "not-readable";
    }

    private static String text(LivePost shown) {
        return String.join(
                "\n\n",
                Stream.of(Stream.of(shown.title()), shown.paragraphs().stream(), Stream.ofNullable(shown.link()))
                        .flatMap(part -> part)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    /** Those that were not fetched are kept as they were approved. */
    private static List<PreservedRows.Kept> pictures(LivePost shown, Post approved) {
        var pictures = new ArrayList<PreservedRows.Kept>();
        for (int i = 0; i < shown.images().size(); i++) {
            var image = shown.images().get(i);
            var picture = image.picture();
            if (picture != null) {
                pictures.add(new PreservedRows.Kept(image.altText(), picture));
            } else if (i < approved.images().size()) {
                asApproved(approved.images().get(i)).ifPresent(pictures::add);
            }
        }
        return pictures;
    }

    /** Empty when the stored bytes are not those that were approved. */
    private static Optional<PreservedRows.Kept> asApproved(Post.Image image) {
        try {
            return Optional.of(new PreservedRows.Kept(image.altText(), new Picture(image.type(), image.bytes())));
        } catch (ApprovedBytesChanged changed) {
            return Optional.empty();
        }
    }
}
