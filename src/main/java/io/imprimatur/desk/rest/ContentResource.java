package io.imprimatur.desk.rest;

import io.imprimatur.audit.Door;
import io.imprimatur.content.ContentKind;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Revision;
import io.imprimatur.desk.view.PieceView;
import io.imprimatur.flow.FlowTask;
import io.imprimatur.flow.TaskDecision;
import io.imprimatur.publishing.Publication;
import io.imprimatur.publishing.PublicationState;
import io.imprimatur.screening.FindingAnswer;
import io.imprimatur.screening.Identifier;
import io.imprimatur.screening.RevisionFinding;
import io.imprimatur.screening.Severity;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JSON of {@code GET /api/contents/{id}}; instants are ISO-8601 in UTC. */
record ContentResource(
        UUID id,
        ContentKind kind,
        ContentState state,
        String author,
        int revision,
        List<OpenStage> openStages,
        List<RevisionResource> revisions,
        List<FindingResource> findings,
        List<ImageTextResource> imageTexts,
        List<DecisionResource> decisions,
        List<PublicationResource> publications) {

    /** @param stage null for the author's own task */
    record OpenStage(
            @Nullable String stage, String task, @Nullable String claimedBy, Instant since, @Nullable Instant due) {
        static OpenStage of(FlowTask task) {
            return new OpenStage(task.stage(), task.id(), task.assignee(), task.createdAt(), task.dueAt());
        }
    }

    record RevisionResource(
            int number,
            String hash,
            String title,
            String body,
            @Nullable URI link,
            List<Revision.Image> images,
            List<String> channels,
            Map<String, String> texts,
            @Nullable Instant publishAt,
            @Nullable ZoneId timeZone,
            String author,
            Instant createdAt) {
        static RevisionResource of(Revision revision) {
            return new RevisionResource(
                    revision.number(),
                    revision.hash(),
                    revision.title(),
                    revision.body(),
                    revision.link(),
                    revision.images(),
                    revision.channels(),
                    revision.texts(),
                    revision.publishAt(),
                    revision.timeZone(),
                    revision.author(),
                    revision.createdAt());
        }
    }

    /**
     * What was read in an image of the current revision; findings in {@code images[i].text} point into it.
     *
     * @param image index of the image
     */
    record ImageTextResource(int image, String text) {}

    /**
     * Offsets count UTF-16 units in the field; both are 0 for a finding about an image as a whole.
     *
     * @param question what whoever lets it go out has to answer; null when it is the organisation's own and needs no answer
     */
    record FindingResource(
            UUID id,
            int revision,
            String field,
            Identifier identifier,
            int start,
            int end,
            Severity severity,
            String rule,
            String advice,
            @Nullable String question,
            List<FindingAnswer> answers) {
        static FindingResource of(RevisionFinding found) {
            var finding = found.finding();
            return new FindingResource(
                    found.id(),
                    found.revision(),
                    found.field(),
                    finding.identifier(),
                    finding.start(),
                    finding.end(),
                    finding.severity(),
                    finding.rule(),
                    finding.advice(),
                    finding.needsAnswer() ? finding.identifier().question() : null,
                    found.answers());
        }
    }

    record DecisionResource(
            String stage,
            String person,
            TaskDecision decision,
            @Nullable String reason,
            int revision,
            String hash,
            Instant at,
            Door door) {}

    record PublicationResource(
            UUID id,
            int revision,
            String channel,
            PublicationState state,
            @Nullable URI url,
            int attempts,
            @Nullable String problem,
            Instant claimedAt,
            @Nullable Instant publishedAt) {
        static PublicationResource of(Publication publication) {
            return new PublicationResource(
                    publication.id(),
                    publication.revision(),
                    publication.channel(),
                    publication.state(),
                    publication.url(),
                    publication.attempts(),
                    publication.problem(),
                    publication.claimedAt(),
                    publication.publishedAt());
        }
    }

    static ContentResource of(PieceView view) {
        var piece = view.piece();
        return new ContentResource(
                piece.id(),
                piece.kind(),
                piece.state(),
                piece.author(),
                piece.revision(),
                view.openTasks().stream().map(OpenStage::of).toList(),
                view.revisions().stream().map(RevisionResource::of).toList(),
                view.findings().stream().map(FindingResource::of).toList(),
                view.imageTexts().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(read -> new ImageTextResource(read.getKey(), read.getValue()))
                        .toList(),
                view.decisions().stream()
                        .map(made -> new DecisionResource(
                                made.stage(),
                                made.person(),
                                made.decision(),
                                made.reason(),
                                made.revision(),
                                made.revisionHash(),
                                made.at(),
                                made.door()))
                        .toList(),
                view.publications().stream().map(PublicationResource::of).toList());
    }
}
