package io.imprimatur.publishing.web;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.content.ChannelCatalog;
import io.imprimatur.content.ChannelCatalog.ChannelInfo;
import io.imprimatur.content.Contents;
import io.imprimatur.flow.ApprovalFlow;
import io.imprimatur.flow.ContentApproval.Blocks;
import io.imprimatur.flow.FlowIncident;
import io.imprimatur.publishing.Publication;
import io.imprimatur.publishing.Publications;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what waits for a manager: publications, and steps of the flow that failed. */
@Service
class StoppedThings {
    private static final Map<String, String> STEPS = Map.of(
            Blocks.SCREEN_REVISION, "Screening",
            Blocks.WAIT_UNTIL, "Waiting for its time",
            Blocks.PUBLISH, "Publishing",
            Blocks.VERIFY_LIVE, "Checking what is live");

    private final Publications publications;
    private final ApprovalFlow flow;
    private final Contents contents;
    private final ChannelCatalog channels;
    private final Ledger ledger;

    StoppedThings(
            Publications publications, ApprovalFlow flow, Contents contents, ChannelCatalog channels, Ledger ledger) {
        this.publications = publications;
        this.flow = flow;
        this.contents = contents;
        this.channels = channels;
        this.ledger = ledger;
    }

    /** Longest first. */
    List<StoppedThing> all() {
        return Stream.concat(
                        publications.troubled().stream().map(this::stopped),
                        flow.incidents().stream()
                                .filter(StoppedThings::isNoPublication)
                                .map(StoppedThings::stopped))
                .sorted(Comparator.comparing(StoppedThing::since))
                .toList();
    }

    /** Gives the failed step another try. */
    @Transactional
    void retryStep(String incidentId, String managerId) {
        flow.retry(incidentId);
        ledger.record(LedgerEntry.of(managerId, "STEP_RETRIED", "incident:" + incidentId));
    }

    /** Publications stand in the list by themselves; their incidents in the flow repeat them. */
    private static boolean isNoPublication(FlowIncident incident) {
        var publishing = Blocks.PUBLISH.equals(incident.block()) || Blocks.VERIFY_LIVE.equals(incident.block());
        return !(publishing && Cause.isKnown(incident.cause()));
    }

    private StoppedThing stopped(Publication publication) {
        var cause = Cause.of(String.valueOf(publication.problem()));
        return new StoppedThing(
                publication.id().toString(),
                "publication",
                publication.contentId(),
                publication.revision(),
                contents.revision(publication.contentId(), publication.revision())
                        .title(),
                channels.channel(publication.channel())
                        .map(ChannelInfo::displayName)
                        .orElse(publication.channel()),
                publication.state(),
                cause.code(),
                cause.sentence(),
                cause.advice(),
                publication.changedAt(),
                actions(publication));
    }

    private static List<String> actions(Publication publication) {
        return switch (publication.state()) {
            case UNKNOWN -> List.of("retry", "live", "not-live");
            case PUBLISHED, DRIFTED, REMOVED_EXTERNALLY -> List.of("retry", "keep");
            case WITHDRAWING -> List.of("retry", "gone");
            default -> List.of("retry");
        };
    }

    private static StoppedThing stopped(FlowIncident incident) {
        return new StoppedThing(
                incident.id(),
                "step",
                incident.contentId(),
                null,
                null,
                incident.block() == null ? incident.step() : STEPS.getOrDefault(incident.block(), incident.step()),
                null,
                Cause.STEP_FAILED.code(),
                Cause.STEP_FAILED.sentence(),
                Cause.STEP_FAILED.advice(),
                incident.since(),
                List.of("retry"));
    }
}
