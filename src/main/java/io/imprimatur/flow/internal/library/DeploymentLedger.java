package io.imprimatur.flow.internal.library;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.flow.gate.Violation;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the ledger says of models. */
@Component
class DeploymentLedger {
    private static final int LONGEST = 500;

    private final Ledger ledger;

    DeploymentLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    void deployed(DeploymentEntry entry) {
        var actor = entry.confirmer() == null ? entry.author() : entry.confirmer();
        var line = about(actor, "FLOW_DEPLOYED", entry.key())
                .processDefinition(entry.definitionId())
                .detail("modelSha256", entry.sha256())
                .detail("author", entry.author())
                .detail("check", "ACCEPTED")
                .detail("deploymentId", entry.deploymentId());
        ledger.record(entry.confirmer() == null ? line : line.detail("confirmer", entry.confirmer()));
    }

    void refused(String actor, String key, String sha256, List<Violation> violations) {
        var rules = violations.stream().map(Violation::rule).distinct().collect(Collectors.joining(","));
        ledger.record(about(actor, "FLOW_REFUSED", key)
                .detail("modelSha256", sha256)
                .detail("check", "REFUSED")
                .detail("rules", rules.substring(0, Math.min(LONGEST, rules.length()))));
    }

    void proposed(Proposal proposal) {
        ledger.record(proposal(proposal.proposedBy(), "FLOW_PROPOSED", proposal));
    }

    void confirmed(Proposal proposal, String person) {
        ledger.record(proposal(person, "FLOW_PROPOSAL_CONFIRMED", proposal).detail("author", proposal.proposedBy()));
    }

    void declined(Proposal proposal, String person) {
        ledger.record(proposal(person, "FLOW_PROPOSAL_DECLINED", proposal).detail("author", proposal.proposedBy()));
    }

    private static LedgerEntry proposal(String actor, String action, Proposal proposal) {
        return about(actor, action, proposal.key())
                .detail("proposalId", proposal.id().toString())
                .detail("modelSha256", proposal.sha256());
    }

    private static LedgerEntry about(String actor, String action, String key) {
        return LedgerEntry.of(actor, action, "flow:" + key);
    }
}
