package io.imprimatur.publishing.internal;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one place where a publication changes its state: the row and its ledger entry in the caller's transaction. */
@Component
class Transitions {
    private final PublicationRows rows;
    private final Ledger ledger;

    Transitions(PublicationRows rows, Ledger ledger) {
        this.rows = rows;
        this.ledger = ledger;
    }

    /** Makes the change and ends the lease; does nothing when somebody else holds the publication by now. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean make(Row row, Change change, String actor, Map<String, String> details) {
        return make(row, change, actor, details, false);
    }

    /** Makes the change and keeps the lease. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean makeLeased(Row row, Change change) {
        return make(row, change, LedgerEntry.SYSTEM, Map.of(), true);
    }

    /** Notes the state that the row was made with. */
    @Transactional(propagation = Propagation.MANDATORY)
    void begun(Row row) {
        ledger.record(entry(row, LedgerEntry.SYSTEM, row.state().name(), Map.of()));
    }

    private boolean make(Row row, Change change, String actor, Map<String, String> details, boolean keepLease) {
        if (!rows.change(row, change, keepLease)) {
            return false;
        }
        if (!keepLease) {
            rows.hurryWithdrawal(row);
        }
        var more = new TreeMap<>(details);
        more.put("from", row.state().name());
        more.put("attempt", String.valueOf(change.attempts()));
        if (change.problem() != null) {
            more.put("problem", change.problem());
        }
        if (change.needsPerson()) {
            more.put("waitsFor", "person");
        }
        ledger.record(entry(row, actor, change.state().name(), more));
        return true;
    }

    private static LedgerEntry entry(Row row, String actor, String state, Map<String, String> details) {
        var more = new TreeMap<>(details);
        more.put("channel", row.publication().channel());
        return new LedgerEntry(
                actor,
                "PUBLICATION_" + state,
                "publication:" + row.id(),
                row.contentId(),
                row.revision(),
                row.publication().revisionHash(),
                row.processDefinition(),
                more);
    }
}
