package io.imprimatur.publishing.internal;

import io.imprimatur.audit.LedgerEntry;
import io.imprimatur.publishing.PublicationState;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.settings.PublishingProperties;
import io.imprimatur.review.ReleaseAnswer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores what came of a step, with its ledger entry, in one transaction; decides whether and when there is another. */
@Component
class Outcomes {
    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);

    private final PublicationRows rows;
    private final Transitions transitions;
    private final PublishingProperties.Retry retry;
    private final PublishingProperties.Check check;
    private final Clock clock;

    Outcomes(PublicationRows rows, Transitions transitions, PublishingProperties properties, Clock clock) {
        this.rows = rows;
        this.transitions = transitions;
        this.retry = properties.retry();
        this.check = properties.check();
        this.clock = clock;
    }

    @Transactional
    public void store(Row row, PublishResult result) {
        if (result instanceof PublishResult.Published published) {
            storeSent(row, published(row).at(published.remoteId(), published.url()));
        } else if (result instanceof PublishResult.Refused refused) {
            store(row, failed(row, refused.code()));
        } else if (result instanceof PublishResult.RetryLater later) {
            postpone(row, later.code(), later.pause());
        } else if (result instanceof PublishResult.Unknown unknown) {
            storeSent(row, unknown(row, unknown.code()).dueIn(retry.delayAfter(1)));
        }
    }

    @Transactional
    public void store(Row row, Lookup result) {
        if (result instanceof Lookup.Found found) {
            store(row, published(row).at(found.remoteId(), found.url()));
        } else if (result instanceof Lookup.Absent) {
            store(row, exhausted(row) ? failed(row, problem(row)) : toSend(row, problem(row)));
        } else if (result instanceof Lookup.Unclear unclear) {
            store(row, unknown(row, unclear.code()).forPerson());
        } else if (result instanceof Lookup.Unavailable unavailable) {
            lookAgain(row, unavailable.code(), unavailable.pause());
        }
    }

    /** @param differences of what is live from what was approved */
    @Transactional
    public void store(Row row, ReadBack result, Set<String> differences) {
        if (result instanceof ReadBack.Unavailable unavailable) {
            unread(row, unavailable);
        } else if (result instanceof ReadBack.NotReadable) {
            store(row, Change.of(row, PublicationState.UNVERIFIED).reported());
        } else if (result instanceof ReadBack.Missing) {
            store(
                    row,
                    Change.of(row, PublicationState.REMOVED_EXTERNALLY)
                            .because(Problems.LIVE_MISSING)
                            .forPerson());
        } else if (!differences.isEmpty()) {
            var details = Map.of("fields", String.join(",", differences));
            store(
                    row,
                    Change.of(row, PublicationState.DRIFTED)
                            .because(Problems.LIVE_DIFFERS)
                            .forPerson(),
                    details);
        } else if (row.state() == PublicationState.VERIFIED) {
            rows.checked(row, nextCheck(row));
        } else {
            store(row, Change.of(row, PublicationState.VERIFIED).looks(0).checkIn(nextCheck(row)));
        }
    }

    /** A first comparison that nobody answers ends with a person; a later one is simply due again. */
    private void unread(Row row, ReadBack.Unavailable unavailable) {
        if (row.state() == PublicationState.VERIFIED && row.looks() + 1 >= retry.looks()) {
            rows.checked(row, nextCheck(row));
        } else {
            lookAgain(row, unavailable.code(), unavailable.pause());
        }
    }

    private @Nullable Duration nextCheck(Row row) {
        var publishedAt = row.publication().publishedAt();
        var since = publishedAt == null ? clock.instant() : publishedAt;
        return since.plus(check.until()).isAfter(clock.instant()) ? check.every() : null;
    }

    /** It was about to be sent when publishing was stopped: it waits as if nobody had tried. */
    @Transactional
    public void stopped(Row claimedBefore, Row now) {
        store(now, Change.of(claimedBefore, PublicationState.CLAIMED).dueIn(Duration.ZERO));
    }

    /** The release check objects, and nothing was sent. What is merely too old is reviewed again, without a manager. */
    @Transactional
    public void refusedAtSending(Row row, String reason) {
        var refused = ReleaseAnswer.EXPIRED.equals(reason)
                ? Change.of(row, PublicationState.FAILED)
                        .because(Problems.APPROVAL_EXPIRED)
                        .reported()
                : failed(row, Problems.RELEASE_REFUSED);
        store(row, refused, Map.of("reason", reason));
    }

    /** A send whose lease ended without an outcome: it may have happened. */
    @Transactional
    public Row interrupted(Row row) {
        var unknown = unknown(row, Problems.INTERRUPTED).looks(0);
        transitions.makeLeased(row, unknown);
        return row.after(unknown);
    }

    /** The house itself could not say whether it may be sent. Nothing was; it costs a try. */
    @Transactional
    public void unanswered(Row row) {
        var tried = Change.of(row, row.state()).attempts(row.publication().attempts() + 1);
        postpone(row.after(tried), Problems.RELEASE_UNANSWERED, null);
    }

    /** Nothing was sent, and nothing will be before a manager has decided. */
    @Transactional
    public void fail(Row row, String code, Map<String, String> details) {
        store(row, failed(row, code), details);
    }

    /** The channel cannot be asked. */
    @Transactional
    public void leaveToPerson(Row row, String code) {
        store(row, Change.of(row, row.state()).because(code).forPerson());
    }

    /** @param code how it is known that it is not live, when that was not read; null when it was */
    @Transactional
    public void withdrawn(Row row, @Nullable String code) {
        var done = Change.of(row, PublicationState.WITHDRAWN).reported();
        store(row, code == null ? done : done.because(code));
    }

    /** Only a person can take it down. */
    @Transactional
    public void notTakenDown(Row row, String code) {
        store(row, Change.of(row, PublicationState.WITHDRAWING).because(code).forPerson());
    }

    /** It is tried again, until a person is asked. */
    @Transactional
    public void withdrawLater(Row row, String code, @Nullable Duration pause) {
        var looks = row.looks() + 1;
        if (looks >= retry.looks()) {
            notTakenDown(row, code);
        } else {
            store(
                    row,
                    Change.of(row, row.state())
                            .because(code)
                            .looks(looks)
                            .dueIn(pause == null ? retry.delayAfter(looks) : granted(pause)));
        }
    }

    private void postpone(Row row, String code, @Nullable Duration pause) {
        if (row.triedFor().compareTo(retry.giveUpAfter()) >= 0) {
            store(row, failed(row, code));
        } else if (pause != null) {
            var time = granted(pause);
            var before = Math.max(0, row.publication().attempts() - 1);
            rows.pause(row.publication().channel(), time);
            store(row, toSend(row, code).attempts(before).dueIn(time));
        } else if (exhausted(row)) {
            store(row, failed(row, code));
        } else {
            store(
                    row,
                    toSend(row, code).dueIn(retry.delayAfter(row.publication().attempts())));
        }
    }

    private void lookAgain(Row row, String code, @Nullable Duration pause) {
        var looks = row.looks() + 1;
        var same = Change.of(row, row.state()).because(code).looks(looks);
        if (looks >= retry.looks() || row.triedFor().compareTo(retry.giveUpAfter()) >= 0) {
            store(row, same.forPerson());
        } else {
            store(row, same.dueIn(pause == null ? retry.delayAfter(looks) : granted(pause)));
        }
    }

    private Duration granted(Duration pause) {
        var longest = retry.longestPause();
        return pause.compareTo(longest) > 0 ? longest : pause;
    }

    private boolean exhausted(Row row) {
        return row.publication().attempts() >= retry.attempts();
    }

    /** It may be live; whoever took over meanwhile, found nothing and gave up must not have the last word. */
    private void storeSent(Row row, Change change) {
        if (!store(row, change)) {
            rows.find(row.id())
                    .filter(now -> now.state() == PublicationState.FAILED)
                    .ifPresent(failed -> store(
                            failed,
                            unknown(failed, Problems.INTERRUPTED).looks(0).dueIn(retry.delayAfter(1))));
        }
    }

    private boolean store(Row row, Change change) {
        return store(row, change, Map.of());
    }

    private boolean store(Row row, Change change, Map<String, String> details) {
        var made = transitions.make(row, change, LedgerEntry.SYSTEM, details);
        if (!made) {
            LOG.warn("Publication {} is held by somebody else by now; this outcome is left to them", row.id());
        }
        return made;
    }

    private static Change published(Row row) {
        return Change.of(row, PublicationState.PUBLISHED).looks(0).reported();
    }

    private static Change unknown(Row row, String code) {
        return Change.of(row, PublicationState.UNKNOWN).because(code);
    }

    private static Change toSend(Row row, String code) {
        return Change.of(row, PublicationState.CLAIMED).because(code).looks(0).dueIn(Duration.ZERO);
    }

    private static Change failed(Row row, String code) {
        return Change.of(row, PublicationState.FAILED).because(code).forPerson();
    }

    private static String problem(Row row) {
        var problem = row.publication().problem();
        return problem == null ? Problems.INTERRUPTED : problem;
    }
}
