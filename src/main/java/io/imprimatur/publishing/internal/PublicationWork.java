package io.imprimatur.publishing.internal;

import io.imprimatur.publishing.PublicationState;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.settings.PublishingProperties;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps that are due, one at a time. Any number of threads and nodes may ask for the next. */
@Component
public class PublicationWork {
    private final PublicationRows rows;
    private final ConfiguredChannels channels;
    private final Sending sending;
    private final Looking looking;
    private final Withdrawing withdrawing;
    private final Outcomes outcomes;
    private final Reports reports;
    private final PublishingProperties.Worker settings;
    private final TransactionTemplate transaction;

    PublicationWork(
            PublicationRows rows,
            ConfiguredChannels channels,
            Sending sending,
            Looking looking,
            Withdrawing withdrawing,
            Outcomes outcomes,
            Reports reports,
            PublishingProperties properties,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.channels = channels;
        this.sending = sending;
        this.looking = looking;
        this.withdrawing = withdrawing;
        this.outcomes = outcomes;
        this.reports = reports;
        this.settings = properties.worker();
        this.transaction = transaction;
    }

    /** Takes one step. @return false when none was due */
    public boolean runNext(String worker) {
        var lease = worker + ":" + UUID.randomUUID();
        var taken = transaction.execute(status -> rows.lease(lease, settings.lease()));
        if (taken != null && taken.isPresent()) {
            act(taken.get());
            return true;
        }
        return reports.runNext();
    }

    private void act(Row row) {
        var channel = channels.adapter(row.publication().channel());
        if (channel.isEmpty()) {
            giveUp(row);
        } else {
            act(row, channel.get());
        }
    }

    private void act(Row row, Channel channel) {
        if (row.withdrawn()) {
            withdrawing.act(row, channel);
            return;
        }
        switch (row.state()) {
            case CLAIMED -> sending.send(row, channel);
            case SENDING -> looking.find(outcomes.interrupted(row), channel);
            case UNKNOWN -> looking.find(row, channel);
            case PUBLISHED, VERIFIED -> looking.compare(row, channel);
            case UNVERIFIED, DRIFTED, REMOVED_EXTERNALLY, FAILED, WITHDRAWING, WITHDRAWN ->
                throw new IllegalStateException("Nothing is due in " + row.state());
        }
    }

    private void giveUp(Row row) {
        if (row.state() == PublicationState.CLAIMED) {
            outcomes.fail(row, Problems.CHANNEL_MISSING, Map.of());
        } else if (row.state() == PublicationState.SENDING) {
            outcomes.leaveToPerson(outcomes.interrupted(row), Problems.CHANNEL_MISSING);
        } else {
            outcomes.leaveToPerson(row, Problems.CHANNEL_MISSING);
        }
    }
}
