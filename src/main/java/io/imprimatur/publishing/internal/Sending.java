package io.imprimatur.publishing.internal;

import io.imprimatur.platform.Failures;
import io.imprimatur.publishing.PublicationState;
import io.imprimatur.publishing.channel.AccountUnusable;
import io.imprimatur.publishing.channel.ApprovedBytesChanged;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.review.ReleaseAnswer;
import io.imprimatur.review.ReleaseCheck;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends a claimed publication: asks the release check once more, notes that a send begins, and only then sends, outside
 * any transaction. Whatever cannot be answered on the way there means that nothing is sent.
 */
@Component
class Sending {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final ReleaseCheck releases;
    private final ApprovedPosts posts;
    private final PublicationRows rows;
    private final Transitions transitions;
    private final Outcomes outcomes;
    private final StopSwitch stop;
    private final ChannelHttp http;
    private final TransactionTemplate transaction;

    Sending(
            ReleaseCheck releases,
            ApprovedPosts posts,
            PublicationRows rows,
            Transitions transitions,
            Outcomes outcomes,
            StopSwitch stop,
            ChannelHttp http,
            TransactionTemplate transaction) {
        this.releases = releases;
        this.posts = posts;
        this.rows = rows;
        this.transitions = transitions;
        this.outcomes = outcomes;
        this.stop = stop;
        this.http = http;
        this.transaction = transaction;
    }

    void send(Row claimed, Channel channel) {
        var counted = Change.of(claimed, PublicationState.SENDING)
                .attempts(claimed.publication().attempts() + 1);
        Optional<Post> post;
        try {
            post = transaction.execute(status -> begin(claimed, counted, channel));
        } catch (ApprovedBytesChanged changed) {
            outcomes.fail(claimed, Problems.NOT_WHAT_WAS_APPROVED, Map.of());
            return;
        } catch (RuntimeException unanswered) {
            LOG.warn("Publication {} waits: {}", claimed.id(), Failures.describe(unanswered));
            outcomes.unanswered(claimed);
            return;
        }
        if (post != null && post.isPresent()) {
            var sending = claimed.after(counted);
            var result = publish(sending, channel, post.get());
            if (result instanceof PublishResult.RetryLater && stop.stopped()) {
                outcomes.stopped(claimed, sending);
            } else {
                outcomes.store(sending, result);
            }
        }
    }

    /** The post, if it may be sent now; it is marked as being sent then. */
    private Optional<Post> begin(Row claimed, Change sending, Channel channel) {
        if (stop.stoppedForSending()) {
            outcomes.stopped(claimed, claimed);
            return Optional.empty();
        }
        var answer = releases.check(claimed.contentId(), claimed.revision());
        if (answer instanceof ReleaseAnswer.Refused refused) {
            outcomes.refusedAtSending(claimed, refused.code());
            return Optional.empty();
        }
        var permitted = (ReleaseAnswer.Permitted) answer;
        if (!permitted.revisionHash().equals(claimed.publication().revisionHash())) {
            throw new ApprovedBytesChanged();
        }
        var post = posts.load(claimed.contentId(), claimed.revision(), permitted.revisionHash(), channel.info());
        return transitions.makeLeased(claimed, sending) ? Optional.of(post) : Optional.empty();
    }

    /** Each request that writes asks again: a node that was suspended must not send what another has taken over. */
    private PublishResult publish(Row sending, Channel channel, Post post) {
        try {
            return http.whilePermitted(() -> !stop.stopped() && rows.holds(sending), () -> channel.publish(post));
        } catch (ApprovedBytesChanged changed) {
            return new PublishResult.Refused(Problems.NOT_WHAT_WAS_APPROVED);
        } catch (AccountUnusable unusable) {
            return unusable.lasting()
                    ? new PublishResult.Refused(unusable.code())
                    : new PublishResult.RetryLater(unusable.code(), unusable.pause());
        } catch (RuntimeException fault) {
            LOG.warn("Channel {} failed: {}", channel.info().key(), Failures.describe(fault));
            return new PublishResult.Unknown(Problems.CHANNEL_FAULT);
        }
    }
}
