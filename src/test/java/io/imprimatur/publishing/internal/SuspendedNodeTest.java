package io.imprimatur.publishing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.content.Revision;
import io.imprimatur.publishing.PublicationState;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.http.Exchange;
import io.imprimatur.publishing.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** A node is suspended while it sends; its lease ends, and another node takes over. */
class SuspendedNodeTest {
    private final ScriptedChannel blog = new ScriptedChannel("blog");
    private final PublishingFixture on =
            new PublishingFixture(PublishingFixture.properties(), fixture -> List.of(blog));

    @AfterEach
    void close() {
        on.close();
    }

    @Test
    void itsPostThatGoesOutAfterAnotherHasGivenUpIsLookedForAndFound() {
        var revision = claimed();
        blog.onPublish.add(post -> new PublishResult.RetryLater("platform-error", null));
        blog.onPublish.add(post -> new PublishResult.RetryLater("platform-error", null));
        blog.onPublish.add(post -> {
            anotherTakesOver();
            assertThat(on.only(revision).state()).isEqualTo(PublicationState.FAILED);
            return blog.accept(post);
        });
        on.runToEnd();
        assertThat(on.only(revision).state()).isEqualTo(PublicationState.PUBLISHED);
        assertThat(on.only(revision).needsPerson()).isFalse();
        assertThat(on.actions(revision))
                .containsSubsequence("PUBLICATION_FAILED", "PUBLICATION_UNKNOWN", "PUBLICATION_PUBLISHED");
    }

    @Test
    void itSendsNothingMoreThatWrites() throws IOException {
        var revision = claimed();
        var write = new AtomicReference<Exchange>();
        var read = new AtomicReference<Exchange>();
        try (var platform = new Sandbox(0, Duration.ZERO, List.of())) {
            var address = URI.create(platform.url("blog"));
            blog.onFind.add(post -> new Lookup.Unclear("absence-not-proven"));
            blog.onPublish.add(post -> {
                anotherTakesOver();
                write.set(on.http.send(HttpMethod.POST, address, headers -> {}, new byte[] {1}));
                read.set(on.http.send(HttpMethod.GET, address, headers -> {}, null));
                return new PublishResult.RetryLater("platform-unreachable", null);
            });
            on.runToEnd();
        }
        assertThat(write.get()).isInstanceOf(Exchange.NotSent.class);
        assertThat(read.get()).isNotInstanceOf(Exchange.NotSent.class);
        assertThat(on.only(revision).state()).isEqualTo(PublicationState.UNKNOWN);
    }

    private Revision claimed() {
        var revision = on.revision("blog");
        on.claim(revision);
        return revision;
    }

    private void anotherTakesOver() {
        on.jdbc
                .sql("UPDATE publication SET lease_until = clock_timestamp(), due_at = clock_timestamp()")
                .update();
        assertThat(on.work().runNext("another")).isTrue();
    }
}
