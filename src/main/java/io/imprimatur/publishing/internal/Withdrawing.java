package io.imprimatur.publishing.internal;

import io.imprimatur.platform.Failures;
import io.imprimatur.publishing.PublicationState;
import io.imprimatur.publishing.channel.AccountUnusable;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.Takedown;
import io.imprimatur.publishing.settings.PublishingProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The steps of one publication on its way down: what was never sent never is; what may be live is looked for; what is live is
 * preserved, taken down, and read back until it is gone. Every step may be repeated.
 */
@Component
class Withdrawing {
    private static final Logger LOG = LoggerFactory.getLogger(Withdrawing.class);

    private final Looking looking;
    private final Preservation preservation;
    private final Transitions transitions;
    private final Outcomes outcomes;
    private final PublishingProperties.Check settings;
    private final TransactionTemplate transaction;

    Withdrawing(
            Looking looking,
            Preservation preservation,
            Transitions transitions,
            Outcomes outcomes,
            PublishingProperties properties,
            TransactionTemplate transaction) {
        this.looking = looking;
        this.preservation = preservation;
        this.transitions = transitions;
        this.outcomes = outcomes;
        this.settings = properties.check();
        this.transaction = transaction;
    }

    void act(Row row, Channel channel) {
        switch (row.state()) {
            case CLAIMED, FAILED -> outcomes.withdrawn(row, Problems.NEVER_SENT);
            case SENDING -> look(outcomes.interrupted(row), channel);
            case UNKNOWN -> look(row, channel);
            case PUBLISHED, VERIFIED, UNVERIFIED, DRIFTED, REMOVED_EXTERNALLY -> takeDown(begun(row), channel);
            case WITHDRAWING -> takeDown(row, channel);
            case WITHDRAWN -> throw new IllegalStateException("Nothing is due of what is withdrawn");
        }
    }

    private void look(Row unknown, Channel channel) {
        var result = looking.look(unknown, channel);
        if (result instanceof Lookup.Absent) {
            outcomes.withdrawn(unknown, Problems.NEVER_SENT);
        } else if (result instanceof Lookup.Found found) {
            takeDown(begun(unknown, found), channel);
        } else if (result instanceof Lookup.Unclear) {
            outcomes.notTakenDown(unknown, Problems.LIVE_UNKNOWN);
        } else if (result instanceof Lookup.Unavailable unavailable) {
            outcomes.withdrawLater(unknown, unavailable.code(), unavailable.pause());
        }
    }

    private Row begun(Row row) {
        return begun(row, Change.of(row, PublicationState.WITHDRAWING));
    }

    private Row begun(Row row, Lookup.Found found) {
        return begun(row, Change.of(row, PublicationState.WITHDRAWING).at(found.remoteId(), found.url()));
    }

    private Row begun(Row row, Change change) {
        transaction.executeWithoutResult(status -> transitions.makeLeased(row, change.looks(0)));
        return row.after(change.looks(0));
    }

    private void takeDown(Row row, Channel channel) {
        if (row.publication().remoteId() == null) {
            takenAtWord(row, Problems.LIVE_UNKNOWN);
            return;
        }
        var seen = looking.readBack(row, channel);
        if (!row.preserved()
                && seen instanceof ReadBack.Unavailable unread
                && row.looks() + 1 < settings.preserveLooks()) {
            outcomes.withdrawLater(row, unread.code(), unread.pause());
            return;
        }
        if (!row.preserved()) {
            preservation.preserve(row, seen, looking.asStored(row, channel));
        }
        if (seen instanceof ReadBack.Missing) {
            outcomes.withdrawn(row, null);
        } else if (row.byHand() && !(seen instanceof ReadBack.Read)) {
            outcomes.withdrawn(row, Problems.TAKEN_AT_WORD);
        } else {
            store(row, channel, withdraw(row, channel));
        }
    }

    /** Without an id on the platform nothing can be taken down from here; a person says that it is gone. */
    private void takenAtWord(Row row, String code) {
        if (row.byHand()) {
            outcomes.withdrawn(row, Problems.TAKEN_AT_WORD);
        } else {
            outcomes.notTakenDown(row, code);
        }
    }

    private void store(Row row, Channel channel, Takedown result) {
        if (result instanceof Takedown.Done) {
            proveGone(row, looking.readBack(row, channel));
        } else if (result instanceof Takedown.ByHand byHand) {
            outcomes.notTakenDown(row, byHand.code());
        } else if (result instanceof Takedown.Refused refused) {
            outcomes.notTakenDown(row, refused.code());
        } else if (result instanceof Takedown.Unavailable unavailable) {
            outcomes.withdrawLater(row, unavailable.code(), unavailable.pause());
        }
    }

    private void proveGone(Row row, ReadBack seen) {
        if (seen instanceof ReadBack.Missing || seen instanceof ReadBack.NotReadable) {
            outcomes.withdrawn(row, null);
        } else if (seen instanceof ReadBack.Unavailable unavailable) {
            outcomes.withdrawLater(row, unavailable.code(), unavailable.pause());
        } else {
            outcomes.withdrawLater(row, Problems.STILL_LIVE, null);
        }
    }

    private Takedown withdraw(Row row, Channel channel) {
        try {
            return channel.withdraw(
                    looking.asStored(row, channel),
                    String.valueOf(row.publication().remoteId()));
        } catch (AccountUnusable unusable) {
            return unusable.lasting()
                    ? new Takedown.Refused(unusable.code())
                    : new Takedown.Unavailable(unusable.code(), unusable.pause());
        } catch (RuntimeException fault) {
            LOG.warn("Channel {} failed: {}", channel.info().key(), Failures.describe(fault));
            return new Takedown.Unavailable(Problems.CHANNEL_FAULT, null);
        }
    }
}
