package io.imprimatur.publishing.internal;

import io.imprimatur.audit.Ledger;
import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.content.ContentKind;
import io.imprimatur.content.ContentState;
import io.imprimatur.content.Contents;
import io.imprimatur.content.Piece;
import io.imprimatur.flow.PublicationFlows;
import io.imprimatur.identity.Groups;
import io.imprimatur.identity.People;
import io.imprimatur.platform.Refusal;
import io.imprimatur.publishing.PreservedPost;
import io.imprimatur.publishing.Withdrawal;
import io.imprimatur.publishing.WithdrawalReason;
import io.imprimatur.publishing.Withdrawals;
import io.imprimatur.screening.Screenings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders are one transaction with their ledger entry; the worker carries them out. */
@Service
class OrderedWithdrawals implements Withdrawals {
    /** People are notified without unreasonable delay and in no case later: 45 CFR 164.404(b). */
    private static final Period NOTIFICATION = Period.ofDays(60);

    private static final Set<ContentState> ON_THEIR_WAY = EnumSet.of(
            ContentState.SCHEDULED, ContentState.PUBLISHING, ContentState.PUBLISHED, ContentState.PARTLY_PUBLISHED);
    private static final int PAGE = 100;

    private final Contents contents;
    private final PublicationRows rows;
    private final WithdrawalRows withdrawals;
    private final PreservedRows kept;
    private final PublicationFlows flows;
    private final Screenings screenings;
    private final People people;
    private final Ledger ledger;
    private final WakeUp wakeUp;
    private final Clock clock;

    OrderedWithdrawals(
            Contents contents,
            PublicationRows rows,
            WithdrawalRows withdrawals,
            PreservedRows kept,
            PublicationFlows flows,
            Screenings screenings,
            People people,
            Ledger ledger,
            WakeUp wakeUp,
            Clock clock) {
        this.contents = contents;
        this.rows = rows;
        this.withdrawals = withdrawals;
        this.kept = kept;
        this.flows = flows;
        this.screenings = screenings;
        this.people = people;
        this.ledger = ledger;
        this.wakeUp = wakeUp;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Withdrawal order(UUID contentId, Order order, String personId) {
        requireAllowed(personId);
        requireClear(order.note());
        return order(contents.require(contentId), order, personId);
    }

    @Override
    @Transactional
    public List<Withdrawal> orderAll(ContentKind kind, Order order, String personId) {
        requireAllowed(personId);
        requireClear(order.note());
        return onTheirWay(kind).stream()
                .map(piece -> order(piece, order, personId))
                .toList();
    }

    @Override
    public Optional<Withdrawal> ofContent(UUID contentId) {
        return withdrawals.ofContent(contentId);
    }

    @Override
    public List<PreservedPost> preserved(UUID contentId) {
        return kept.ofContent(contentId);
    }

    @Override
    public Optional<PreservedPicture> picture(UUID contentId, UUID pictureId) {
        return kept.picture(contentId, pictureId);
    }

    private Withdrawal order(Piece piece, Order order, String personId) {
        if (piece.state() == ContentState.REJECTED) {
            throw Refusal.conflict("rejected", "This piece was rejected and never went out.");
        }
        var publications = rows.lock(piece.id());
        var seen = publications.stream().anyMatch(row -> row.state().mayHaveBeenSeen());
        var withdrawal = withdrawal(piece.id(), order, personId, publications.isEmpty(), seen);
        if (!withdrawals.insert(withdrawal)) {
            throw Refusal.conflict("withdrawn", "This piece is being withdrawn already, or is withdrawn.");
        }
        ledger.record(LedgerEntry.aboutContent(personId, "WITHDRAWAL_ORDERED", piece.id())
                .detail("withdrawal", withdrawal.id().toString())
                .detail("reason", order.reason().name()));
        flows.cancelApproval(piece.id());
        carryOut(piece, withdrawal);
        return withdrawal;
    }

    private void carryOut(Piece piece, Withdrawal withdrawal) {
        if (withdrawal.completedAt() != null) {
            contents.enter(piece.id(), ContentState.WITHDRAWN);
            return;
        }
        contents.enter(piece.id(), ContentState.WITHDRAWING);
        rows.withdraw(piece.id(), withdrawal.id());
        flows.withdraw(withdrawal.id(), piece.id(), piece.revision(), withdrawal.assessBy());
        wakeUp.afterCommit();
    }

    /** What nobody can have seen is withdrawn at once and is no incident. */
    private Withdrawal withdrawal(UUID contentId, Order order, String personId, boolean nothingClaimed, boolean seen) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var incident = order.reason() == WithdrawalReason.PRIVACY && seen;
        var discoveredOn = incident ? discoveredOn(order.discoveredOn()) : null;
        return new Withdrawal(
                UUID.randomUUID(),
                contentId,
                order.reason(),
                order.note().strip(),
                personId,
                now,
                discoveredOn,
                discoveredOn == null ? null : endOf(discoveredOn.plus(NOTIFICATION)),
                nothingClaimed ? now : null,
                null);
    }

    private LocalDate discoveredOn(@Nullable LocalDate said) {
        var today = LocalDate.now(clock);
        if (said != null && said.isAfter(today)) {
            throw Refusal.invalid("discovered-in-future", "The day of discovery cannot lie in the future.")
                    .about("discoveredOn");
        }
        return said == null ? today : said;
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant().minusSeconds(1);
    }

    private List<Piece> onTheirWay(ContentKind kind) {
        var found = new ArrayList<Piece>();
        for (int page = 0; ; page++) {
            var next = contents.all(ON_THEIR_WAY, page, PAGE);
            next.items().stream().filter(piece -> piece.kind() == kind).forEach(found::add);
            if (next.items().size() < PAGE) {
                return found;
            }
        }
    }

    private void requireClear(String note) {
        if (!note.isBlank()) {
            screenings.requireClear(note);
        }
    }

    private void requireAllowed(String personId) {
        if (people.findActive(personId)
                .filter(person -> person.isIn(Groups.COMPLIANCE) || person.isIn(Groups.MANAGERS))
                .isEmpty()) {
            throw Refusal.forbidden(
                    "not-allowed-to-withdraw", "Only compliance and managers may take published posts down.");
        }
    }
}
