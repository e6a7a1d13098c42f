package io.imprimatur.flow.internal.library;

import io.imprimatur.audit.Doors;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.flow.gate.Violation;
import io.imprimatur.flow.internal.engine.DeploymentGuard;
import io.imprimatur.platform.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts a name and a reason to every deployment, and has those from the engine's doors confirmed where the house wants that. */
@Component
class LoggedDeployments implements DeploymentGuard {
    private static final String SHIPPED = "Comes with this release of the product.";
    private static final String UNNAMED = "No reason was given.";

    private final ModelFiles files;
    private final HouseCheck check;
    private final DeploymentOrder order;
    private final DeploymentLog log;
    private final DeploymentLedger ledger;
    private final Proposals proposals;
    private final DeploymentProperties properties;
    private final Doors doors;
    private final Clock clock;
    private final TransactionTemplate ofItsOwn;

    LoggedDeployments(
            ModelFiles files,
            HouseCheck check,
            DeploymentOrder order,
            DeploymentLog log,
            DeploymentLedger ledger,
            Proposals proposals,
            DeploymentProperties properties,
            Doors doors,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.check = check;
        this.order = order;
        this.log = log;
        this.ledger = ledger;
        this.proposals = proposals;
        this.properties = properties;
        this.doors = doors;
        this.clock = clock;
        this.ofItsOwn = new TransactionTemplate(transactions);
        this.ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Map<String, byte[]> completed(Map<String, byte[]> brought) {
        return files.completed(brought);
    }

    /** What the product brings itself is deployed in a house that has not filled its groups yet. */
    @Override
    public List<Violation> violations(Map<String, byte[]> brought) {
        return actor().equals(LedgerEntry.SYSTEM) ? check.unknownFlows(brought) : check.ofTheHouse(brought);
    }

    @Override
    public void refused(Map<String, byte[]> refused, List<Violation> violations) {
        var actor = actor();
        ofItsOwn.executeWithoutResult(
                status -> ledger.refused(actor, Proposals.keyOf(refused), ModelHash.of(refused), violations));
    }

    @Override
    public void broughtFromOutside(String name, Map<String, byte[]> brought) {
        if (properties.confirmationRequired()) {
            proposals.keep(name, brought, null, actor());
            throw Refusal.conflict(
                    "confirmation-needed",
                    "The check accepts this, and in this house a second person confirms each deployment and a reason is"
                            + " given. It is kept as a proposal: give the reason and have it confirmed under /flows.");
        }
    }

    @Override
    public void deployed(Deployed deployed) {
        var given = order.current();
        var author = given == null ? actor() : given.author();
        var reason = given == null ? reasonOf(deployed.name(), author) : given.reason();
        var confirmer = given == null ? null : given.confirmer();
        deployed.models().forEach(model -> enter(deployed, model, author, confirmer, reason));
    }

    private void enter(Deployed deployed, Model model, String author, @Nullable String confirmer, String reason) {
        var entry = new DeploymentEntry(
                model.definitionId(),
                deployed.deploymentId(),
                model.key(),
                model.sha256(),
                doors.current().name(),
                reason,
                author,
                confirmer,
                clock.instant());
        log.add(entry);
        ledger.deployed(entry);
    }

    /** A door of the engine has one place for words: the deployment's name. */
    private String reasonOf(String name, String author) {
        if (author.equals(LedgerEntry.SYSTEM)) {
            return SHIPPED;
        }
        return name.isBlank() ? UNNAMED : name.substring(0, Math.min(name.length(), properties.reasonMaxCharacters()));
    }

    private String actor() {
        var given = order.current();
        if (given != null) {
            return given.author();
        }
        @Nullable String person = Context.getCommandContext().getAuthenticatedUserId();
        return person == null ? LedgerEntry.SYSTEM : person;
    }
}
