package io.imprimatur.publishing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import io.imprimatur.content.Revision;
import io.imprimatur.flow.Question;
import io.imprimatur.publishing.PublicationState;
import io.imprimatur.publishing.channel.LivePost;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.settings.PublishingProperties;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is live is looked at again, and nothing is ever posted again by itself. */
class LiveChecksTest {
    private final ScriptedChannel blog = new ScriptedChannel("blog");
    private final PublishingFixture on = new PublishingFixture(watching(), fixture -> List.of(blog));

    @AfterEach
    void close() {
        on.close();
    }

    @Test
    void aPostThatStaysAsItIsIsLookedAtWithoutAWordInTheLedger() {
        var revision = verified();
        var entries = on.actions(revision).size();
        on.elapse();
        on.runDue();
        assertThat(on.only(revision).state()).isEqualTo(PublicationState.VERIFIED);
        assertThat(on.only(revision).checkedAt()).isNotNull();
        assertThat(on.actions(revision)).hasSize(entries);
        assertThat(dueAgain()).isTrue();
    }

    @Test
    void aChangedPostIsDriftedAndCompliancesTask() {
        var revision = verified();
        blog.onRead.add(post -> new ReadBack.Read(List.of(new LivePost("Spam", List.of("Buy now"), null, List.of()))));
        on.elapse();
        on.runDue();
        var drifted = on.only(revision);
        assertThat(drifted.state()).isEqualTo(PublicationState.DRIFTED);
        assertThat(drifted.needsPerson()).isTrue();
        verify(on.flows).ask(drifted.id(), revision.contentId(), 1, Question.DRIFTED);
        assertThat(blog.sends).hasValue(1);
    }

    @Test
    void aRemovedPostIsCompliancesTaskAndNeverPostedAgain() {
        var revision = verified();
        blog.onRead.add(post -> new ReadBack.Missing());
        on.elapse();
        on.runDue();
        var removed = on.only(revision);
        assertThat(removed.state()).isEqualTo(PublicationState.REMOVED_EXTERNALLY);
        verify(on.flows).ask(removed.id(), revision.contentId(), 1, Question.REMOVED);
        on.publications().settleUnknown(removed.id(), true, PublishingFixture.COMPLIANCE);
        on.elapse();
        on.runDue();
        assertThat(blog.sends).hasValue(1);
        assertThat(on.publications().troubled()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsUnverifiedAndDone() {
        var revision = on.revision("blog");
        on.claim(revision);
        blog.onRead.add(post -> new ReadBack.NotReadable());
        on.runDue();
        on.claims().compare(revision.contentId(), 1);
        on.runDue();
        assertThat(on.only(revision).state()).isEqualTo(PublicationState.UNVERIFIED);
        verify(on.flow).liveVerified(revision.contentId(), 1);
        assertThat(dueAgain()).isFalse();
    }

    @Test
    void aPlatformThatIsAwayForADayChangesNothing() {
        var revision = verified();
        for (int look = 0; look < 5; look++) {
            blog.onRead.add(post -> new ReadBack.Unavailable("platform-error", null));
            on.elapse();
            on.runDue();
        }
        assertThat(on.only(revision).state()).isEqualTo(PublicationState.VERIFIED);
        assertThat(on.publications().troubled()).isEmpty();
        assertThat(dueAgain()).isTrue();
    }

    @Test
    void aPausedAccountGetsNothingUntilTheTimeThatThePlatformNamed() {
        var first = on.revision("blog");
        on.claim(first);
        blog.onPublish.add(post -> new PublishResult.RetryLater("platform-throttles", Duration.ofHours(2)));
        on.runDue();
        var later = on.revision("blog");
        on.claim(later);
        on.runDue();
        assertThat(blog.sends).as("what was claimed later waits too").hasValue(1);
        assertThat(on.only(first).attempts()).as("a pause costs no try").isZero();
        on.elapse();
        on.runDue();
        assertThat(on.only(first).state()).isEqualTo(PublicationState.PUBLISHED);
        assertThat(on.only(later).state()).isEqualTo(PublicationState.PUBLISHED);
    }

    private Revision verified() {
        var revision = on.revision("blog");
        on.claim(revision);
        on.runDue();
        on.claims().compare(revision.contentId(), 1);
        on.runDue();
        assertThat(on.only(revision).state()).isEqualTo(PublicationState.VERIFIED);
        return revision;
    }

    private boolean dueAgain() {
        return on.jdbc
                        .sql("SELECT count(*) FROM publication WHERE due_at > now()")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static PublishingProperties watching() {
        var usual = PublishingFixture.properties();
        return new PublishingProperties(
                usual.worker(),
                usual.retry(),
                new PublishingProperties.Check(Duration.ofHours(12), Duration.ofDays(1), 2),
                usual.http(),
                usual.newsroom());
    }
}
