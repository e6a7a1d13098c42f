package io.imprimatur.publishing.channel.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ChannelContract;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.sandbox.Fault;
import io.imprimatur.publishing.sandbox.Sandbox;
import io.imprimatur.publishing.sandbox.SandboxRequest;
import io.imprimatur.publishing.sandbox.SandboxWordPress;
import io.imprimatur.publishing.sandbox.Shelf;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract on a fake, and what the channel makes of each fault at each step. */
class WordPressChannelTest extends ChannelContract {
    private static final Predicate<SandboxRequest> LOOK =
            request -> request.line().equals("GET /wp-json/wp/v2/posts");
    private static final Predicate<SandboxRequest> UPLOAD =
            request -> request.line().equals("POST /wp-json/wp/v2/media");
    private static final Predicate<SandboxRequest> DRAFT =
            request -> request.line().equals("POST /wp-json/wp/v2/posts");
    private static final Predicate<SandboxRequest> MAKE_PUBLIC =
            request -> request.line().matches("POST /wp-json/wp/v2/posts/\\d+");

    private final Shelf posts = Shelf.inMemory();
    private final SandboxWordPress site = new SandboxWordPress(posts, Shelf.inMemory());
    private final Sandbox sandbox = Sandbox.of(site);
    private final List<SandboxRequest> requests = new CopyOnWriteArrayList<>();
    private final Channel channel;

    WordPressChannelTest() {
        sandbox.onRequest(requests::add);
        channel = WordPressFixture.channel(site.account(sandbox.url("wordpress")));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Override
    protected Channel channel() {
        return channel;
    }

    @Override
    protected int live(Post post) {
        return (int) site.inStatus("publish").stream()
                .filter(live -> live.path("slug").asText().startsWith(post.key()))
                .count();
    }

    @Override
    protected void vandalise(Post post, String remoteId) {
        change(remoteId, stored -> {
            var content = (ObjectNode) stored.path("content");
            content.put(
                    "rendered",
                    content.path("rendered").asText().replace("</p>", " <a href=\"https://spam.example\">x</a></p>"));
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "LOST_ANSWER_AFTER_WRITE",
                "ERROR_AFTER_WRITE",
                "LOST_BEFORE_WRITE",
                "ERROR_BEFORE_WRITE",
                "SILENCE_AFTER_WRITE",
                "NOT_JSON"
            })
    void aFaultWhileTheDraftIsMadeLeavesNothingPublicAndTheNextTryPublishesOnce(Fault fault) {
        var post = post("A draft", "A draft.", picture("A picture"));
        sandbox.next("wordpress", fault, DRAFT);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.RetryLater.class);
        assertThat(live(post)).isZero();
        published(channel.publish(post));
        assertThat(live(post)).isEqualTo(1);
        assertThat(site.uploads()).as("the image is not uploaded again").isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_ANSWER_AFTER_WRITE", "ERROR_AFTER_WRITE", "SILENCE_AFTER_WRITE"})
    void anAnswerThatIsLostAfterThePostWentLiveIsUnknownAndFound(Fault fault) {
        var post = post("Lost answer", "Lost answer.");
        sandbox.next("wordpress", fault, MAKE_PUBLIC);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.Unknown.class);
        assertThat(channel.find(post)).isInstanceOf(Lookup.Found.class);
        assertThat(live(post)).isEqualTo(1);
        assertThat(requests).filteredOn(MAKE_PUBLIC).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_BEFORE_WRITE", "ERROR_BEFORE_WRITE", "NOT_JSON"})
    void aCallThatIsLostBeforeThePostWentLiveIsUnknownAndMayBeRepeated(Fault fault) {
        var post = post("Lost call", "Lost call.");
        sandbox.next("wordpress", fault, MAKE_PUBLIC);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.Unknown.class);
        assertThat(channel.find(post)).isInstanceOf(Lookup.Absent.class);
        published(channel.publish(post));
        assertThat(live(post)).isEqualTo(1);
        assertThat(site.inStatus("draft")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_ANSWER_AFTER_WRITE", "ERROR_AFTER_WRITE", "SILENCE_AFTER_WRITE"})
    void anImageWhoseAnswerWasLostIsFoundAndUsed(Fault fault) {
        var post = post("Image", "Image.", picture("A picture"));
        sandbox.next("wordpress", fault, UPLOAD);
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
    void aRefusalAtAnyStepIsFinalAndNothingIsPublic(Fault fault, String code) {
        var post = post("Refused", "Refused.", picture("A picture"));
        for (var step : List.of(LOOK, UPLOAD, DRAFT, MAKE_PUBLIC)) {
            sandbox.next("wordpress", fault, step);
            assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused(code));
            assertThat(live(post)).isZero();
        }
    }

    @Test
    void beingThrottledNamesThePauseThatTheSiteAskedFor() {
        var post = post("Throttled", "Throttled.", picture("A picture"));
        for (var step : List.of(LOOK, UPLOAD, DRAFT, MAKE_PUBLIC)) {
            sandbox.next("wordpress", Fault.THROTTLED, step);
            assertThat(channel.publish(post))
                    .isEqualTo(new PublishResult.RetryLater("platform-throttles", Duration.ofSeconds(120)));
        }
        published(channel.publish(post));
    }

    @Test
    void aLookThatGetsNoAnswerProvesNothing() {
        sandbox.next("wordpress", Fault.ERROR_BEFORE_WRITE, LOOK);
        assertThat(channel.find(post("No answer", "No answer."))).isInstanceOf(Lookup.Unavailable.class);
    }

    @Test
    void aSiteThatIsDownGotNothing() {
        sandbox.close();
        assertThat(channel.publish(post("Down", "Down.")))
                .isEqualTo(new PublishResult.RetryLater("platform-unreachable", null));
    }

    @Test
    void ofSeveralDraftsTheFirstIsPublishedEveryTime() {
        var post = post("Drafts", "Drafts.");
        sandbox.next("wordpress", Fault.LOST_BEFORE_WRITE, MAKE_PUBLIC);
        channel.publish(post);
        var first = site.inStatus("draft").get(0);
        var late = first.deepCopy();
        sandbox.next("wordpress", Fault.LOST_BEFORE_WRITE, MAKE_PUBLIC);
        channel.publish(post);
        assertThat(site.inStatus("draft")).hasSize(1).first().isEqualTo(first);
        assertThat(late.path("id")).isEqualTo(first.path("id"));
        assertThat(published(channel.publish(post)).remoteId())
                .isEqualTo(first.path("id").asText());
    }

    @Test
    void aTextThatTheSiteRewritesIsNotMadePublic() {
        var post = post("Rewritten", "Rewritten.");
        sandbox.next("wordpress", Fault.LOST_BEFORE_WRITE, MAKE_PUBLIC);
        channel.publish(post);
        change(site.inStatus("draft").get(0).path("id").asText(), draft -> ((ObjectNode) draft.path("content"))
                .put("rendered", "<p>Something else</p>"));
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused("platform-changes-content"));
        assertThat(live(post)).isZero();
    }

    @Test
    void aPostThatSomebodyPutIntoTheBinIsNeitherFoundNorSentAgain() {
        var post = post("Bin", "Bin.");
        var published = published(channel.publish(post));
        change(published.remoteId(), stored -> stored.put("status", "trash").put("slug", post.key() + "__trashed"));
        assertThat(channel.find(post)).isEqualTo(new Lookup.Unclear("changed-on-platform"));
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused("changed-on-platform"));
        assertThat(channel.readBack(post, published.remoteId())).isInstanceOf(ReadBack.Missing.class);
    }

    @Test
    void aPostBehindAPasswordIsNotLive() {
        var post = post("Password", "Password.");
        var published = published(channel.publish(post));
        change(published.remoteId(), stored -> stored.put("password", "x"));
        assertThat(channel.readBack(post, published.remoteId())).isInstanceOf(ReadBack.Missing.class);
    }

    @Test
    void aDeletedPostIsGoneButAnAddressThatLeadsNowhereProvesNothing() {
        assertThat(channel.readBack(post("Gone", "Gone."), "987654")).isInstanceOf(ReadBack.Missing.class);
        var fields = new TreeMap<>(site.account(sandbox.url("wordpress")));
        fields.put("url", sandbox.url("wordpress") + "/blog");
        var elsewhere = WordPressFixture.channel(fields);
        assertThat(elsewhere.readBack(post("Gone", "Gone."), "1")).isInstanceOf(ReadBack.Unavailable.class);
    }

    @Test
    void aWrongPasswordIsNamed() {
        WordPressFixture.requireThatAWrongPasswordIsNamed(sandbox.url("wordpress"), post("Password", "Password."));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ERROR_BEFORE_WRITE", "THROTTLED"})
    void aPictureThatTheSiteCannotServeNowIsNoDifference(Fault fault) {
        var post = post("Not now", "Not now.", picture("A picture"));
        var published = published(channel.publish(post));
        sandbox.next("wordpress", fault, request -> request.line().startsWith("GET /wp-content/uploads/"));
        assertThat(channel.readBack(post, published.remoteId())).isInstanceOf(ReadBack.Unavailable.class);
    }

    private void change(String id, Consumer<ObjectNode> how) {
        var stored = posts.get(id).orElseThrow();
        how.accept(stored);
        posts.put(id, stored);
    }
}
