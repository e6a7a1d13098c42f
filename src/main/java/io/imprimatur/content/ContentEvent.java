package io.imprimatur.content;

import java.util.UUID;

/** Something happened to a piece that its author wants to hear of; published in the transaction that did it. */
public sealed interface ContentEvent {
    UUID contentId();

    int revision();

    record Submitted(UUID contentId, int revision) implements ContentEvent {}

    /** Screening found something that blocks. */
    record Blocked(UUID contentId, int revision) implements ContentEvent {}

    record Approved(UUID contentId, int revision, String stage) implements ContentEvent {}

    record ChangesRequested(UUID contentId, int revision, String stage) implements ContentEvent {}

    record Rejected(UUID contentId, int revision, String stage) implements ContentEvent {}

    /** The release check refused at the moment of publishing. */
    record ReleaseRefused(UUID contentId, int revision, String code) implements ContentEvent {}

    record Published(UUID contentId, int revision, boolean everywhere) implements ContentEvent {}

    /** It was taken down, and is proven gone from every channel. */
    record Withdrawn(UUID contentId, int revision) implements ContentEvent {}
}
