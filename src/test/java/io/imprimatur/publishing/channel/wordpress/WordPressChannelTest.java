package io.imprimatur.publishing.channel.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ChannelContract;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.ReadBack;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract on a fake, and what the channel makes of each fault at each step. */
class WordPressChannelTest extends ChannelContract {
    private static final Predicate<String> LOOK = request -> request.equals("GET /wp-json/wp/v2/posts");
    private static final Predicate<String> UPLOAD = request -> request.equals("POST /wp-json/wp/v2/media");
    private static final Predicate<String> DRAFT = request -> request.equals("POST /wp-json/wp/v2/posts");
    private static final Predicate<String> MAKE_PUBLIC = request -> request.matches("POST /wp-json/wp/v2/posts/\\d+");

    private final FakeWordPress site;
    private final Channel channel;

    WordPressChannelTest() throws IOException {
        site = new FakeWordPress();
        channel = WordPressFixture.channel(site.url(), FakeWordPress.USER, FakeWordPress.PASSWORD);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Override
    protected Channel channel() {
        return channel;
    }

    @Override
    protected int live(Post post) {
        return (int) site.posts("publish").stream()
                .filter(live -> live.path("slug").asText().startsWith(post.key()))
                .count();
    }

    @Override
    protected void vandalise(Post post, String remoteId) {
        var content = (ObjectNode) site.post(remoteId).path("content");
        content.put(
                "rendered",
                content.path("rendered").asText().replace("</p>", " <a href=\"https://spam.example\">x</a></p>"));
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeWordPress.Fault.class,
            names = {
                "LOST_ANSWER_AFTER_WRITE",
                "ERROR_AFTER_WRITE",
                "LOST_BEFORE_WRITE",
                "ERROR_BEFORE_WRITE",
                "SILENCE_AFTER_WRITE",
                "NOT_JSON"
            })
    void aFaultWhileTheDraftIsMadeLeavesNothingPublicAndTheNextTryPublishesOnce(FakeWordPress.Fault fault) {
        var post = post("A draft", "A draft.", picture("A picture"));
        site.next(fault, DRAFT);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.RetryLater.class);
        assertThat(live(post)).isZero();
        published(channel.publish(post));
        assertThat(live(post)).isEqualTo(1);
        assertThat(site.uploads()).as("the image is not uploaded again").isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeWordPress.Fault.class,
            names = {"LOST_ANSWER_AFTER_WRITE", "ERROR_AFTER_WRITE", "SILENCE_AFTER_WRITE"})
    void anAnswerThatIsLostAfterThePostWentLiveIsUnknownAndFound(FakeWordPress.Fault fault) {
        var post = post("Lost answer", "Lost answer.");
        site.next(fault, MAKE_PUBLIC);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.Unknown.class);
        assertThat(channel.find(post)).isInstanceOf(Lookup.Found.class);
        assertThat(live(post)).isEqualTo(1);
        assertThat(site.requests).filteredOn(MAKE_PUBLIC).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeWordPress.Fault.class,
            names = {"LOST_BEFORE_WRITE", "ERROR_BEFORE_WRITE", "NOT_JSON"})
    void aCallThatIsLostBeforeThePostWentLiveIsUnknownAndMayBeRepeated(FakeWordPress.Fault fault) {
        var post = post("Lost call", "Lost call.");
        site.next(fault, MAKE_PUBLIC);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.Unknown.class);
        assertThat(channel.find(post)).isInstanceOf(Lookup.Absent.class);
        published(channel.publish(post));
        assertThat(live(post)).isEqualTo(1);
        assertThat(site.posts("draft")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeWordPress.Fault.class,
            names = {"LOST_ANSWER_AFTER_WRITE", "ERROR_AFTER_WRITE", "SILENCE_AFTER_WRITE"})
    void anImageWhoseAnswerWasLostIsFoundAndUsed(FakeWordPress.Fault fault) {
        var post = post("Image", "Image.", picture("A picture"));
        site.next(fault, UPLOAD);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.RetryLater.class);
        published(channel.publish(post));
        assertThat(site.uploads()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED, credentials-refused",
        "FORBIDDEN, account-not-allowed",
        "TOO_LARGE, too-large-for-platform"
    })
    void aRefusalAtAnyStepIsFinalAndNothingIsPublic(FakeWordPress.Fault fault, String code) {
        var post = post("Refused", "Refused.", picture("A picture"));
        for (var step : java.util.List.of(LOOK, UPLOAD, DRAFT, MAKE_PUBLIC)) {
            site.next(fault, step);
            assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused(code));
            assertThat(live(post)).isZero();
        }
    }

    @Test
    void beingThrottledNamesThePauseThatTheSiteAskedFor() {
        var post = post("Throttled", "Throttled.", picture("A picture"));
        for (var step : java.util.List.of(LOOK, UPLOAD, DRAFT, MAKE_PUBLIC)) {
            site.next(FakeWordPress.Fault.THROTTLED, step);
            assertThat(channel.publish(post))
                    .isEqualTo(new PublishResult.RetryLater("platform-throttles", Duration.ofSeconds(120)));
        }
        published(channel.publish(post));
    }

    @Test
    void aLookThatGetsNoAnswerProvesNothing() {
        site.next(FakeWordPress.Fault.ERROR_BEFORE_WRITE, LOOK);
        assertThat(channel.find(post("No answer", "No answer."))).isInstanceOf(Lookup.Unavailable.class);
    }

    @Test
    void aSiteThatIsDownGotNothing() {
        site.close();
        assertThat(channel.publish(post("Down", "Down.")))
                .isEqualTo(new PublishResult.RetryLater("platform-unreachable", null));
    }

    @Test
    void ofSeveralDraftsTheFirstIsPublishedEveryTime() {
        var post = post("Drafts", "Drafts.");
        site.next(FakeWordPress.Fault.LOST_BEFORE_WRITE, MAKE_PUBLIC);
        channel.publish(post);
        var first = site.posts("draft").get(0);
        var late = first.deepCopy();
        site.next(FakeWordPress.Fault.LOST_BEFORE_WRITE, MAKE_PUBLIC);
        channel.publish(post);
        assertThat(site.posts("draft")).hasSize(1).first().isEqualTo(first);
        assertThat(late.path("id")).isEqualTo(first.path("id"));
        assertThat(published(channel.publish(post)).remoteId())
                .isEqualTo(first.path("id").asText());
    }

    @Test
    void aTextThatTheSiteRewritesIsNotMadePublic() {
        var post = post("Rewritten", "Rewritten.");
        site.next(FakeWordPress.Fault.LOST_BEFORE_WRITE, MAKE_PUBLIC);
        channel.publish(post);
        ((ObjectNode) site.posts("draft").get(0).path("content")).put("rendered", "<p>Something else</p>");
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused("platform-changes-content"));
        assertThat(live(post)).isZero();
    }

    @Test
    void aPostThatSomebodyPutIntoTheBinIsNeitherFoundNorSentAgain() {
        var post = post("Bin", "Bin.");
        var published = published(channel.publish(post));
        site.post(published.remoteId()).put("status", "trash").put("slug", post.key() + "__trashed");
        assertThat(channel.find(post)).isEqualTo(new Lookup.Unclear("changed-on-platform"));
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused("changed-on-platform"));
        assertThat(channel.readBack(post, published.remoteId())).isInstanceOf(ReadBack.Missing.class);
    }

    @Test
    void aPostBehindAPasswordIsNotLive() {
        var post = post("Password", "Password.");
        var published = published(channel.publish(post));
        site.post(published.remoteId()).put("password", "x");
        assertThat(channel.readBack(post, published.remoteId())).isInstanceOf(ReadBack.Missing.class);
    }

    @Test
    void aDeletedPostIsGoneButAnAddressThatLeadsNowhereProvesNothing() {
        assertThat(channel.readBack(post("Gone", "Gone."), "987654")).isInstanceOf(ReadBack.Missing.class);
        var elsewhere =
                WordPressFixture.channel(site.url().resolve("/blog"), FakeWordPress.USER, FakeWordPress.PASSWORD);
        assertThat(elsewhere.readBack(post("Gone", "Gone."), "1")).isInstanceOf(ReadBack.Unavailable.class);
    }

    @Test
    void aWrongPasswordIsNamed() {
        WordPressFixture.requireThatAWrongPasswordIsNamed(site.url(), post("Password", "Password."));
    }
}
