package io.imprimatur.publishing.channel.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.imprimatur.publishing.channel.AccountFixture;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ChannelContract;
import io.imprimatur.publishing.channel.ConnectionTest;
import io.imprimatur.publishing.channel.LiveComparison;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.Preview;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.Takedown;
import io.imprimatur.publishing.sandbox.Fault;
import io.imprimatur.publishing.sandbox.Sandbox;
import io.imprimatur.publishing.sandbox.SandboxLinkedIn;
import io.imprimatur.publishing.sandbox.SandboxRequest;
import io.imprimatur.publishing.sandbox.Shelf;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The contract on a fake, and what the channel makes of each fault at each step. LinkedIn publishes no machine-readable
 * contract; the fake checks the requests itself.
 */
class LinkedInChannelTest extends ChannelContract {
    private static final Predicate<SandboxRequest> LOOK =
            request -> request.line().equals("GET /rest/posts");
    private static final Predicate<SandboxRequest> ANNOUNCE =
            request -> request.line().equals("POST /rest/images");
    private static final Predicate<SandboxRequest> UPLOAD =
            request -> request.line().startsWith("PUT /dms-uploads/");
    private static final Predicate<SandboxRequest> WAIT =
            request -> request.line().startsWith("GET /rest/images/");
    private static final Predicate<SandboxRequest> MAKE_PUBLIC =
            request -> request.line().equals("POST /rest/posts");
    private static final Predicate<SandboxRequest> READ =
            request -> request.line().startsWith("GET /rest/posts/");
    private static final Predicate<SandboxRequest> DELETE =
            request -> request.method().equals("DELETE");

    private final Shelf posts = Shelf.inMemory();
    private final Shelf images = Shelf.inMemory();
    private final SandboxLinkedIn page = new SandboxLinkedIn(posts, images);
    private final Sandbox sandbox = Sandbox.of(page);
    private final List<SandboxRequest> requests = new CopyOnWriteArrayList<>();
    private final Channel channel;

    LinkedInChannelTest() {
        sandbox.onRequest(requests::add);
        channel = LinkedInFixture.channel(page.account(sandbox.url("linkedin")));
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
        return (int) page.posts().stream()
                .filter(live -> live.text().equals(post.wholeText()))
                .count();
    }

    @Override
    protected void vandalise(Post post, String remoteId) {
        page.vandalise(remoteId);
    }

    @Override
    protected boolean keepsImages() {
        return false;
    }

    @Override
    protected boolean marks() {
        return false;
    }

    @Override
    protected boolean provesAbsence() {
        return false;
    }

    /** There is no idempotency key; both may look before either has sent. */
    @Override
    protected boolean atomic() {
        return false;
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_ANSWER_AFTER_WRITE", "ERROR_AFTER_WRITE", "SILENCE_AFTER_WRITE"})
    void anAnswerThatIsLostAfterThePostWentLiveIsUnknownAndFound(Fault fault) {
        var post = post("Lost answer", "Lost answer.");
        sandbox.next("linkedin", fault, MAKE_PUBLIC);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.Unknown.class);
        assertThat(channel.find(post)).isInstanceOf(Lookup.Found.class);
        assertThat(live(post)).isEqualTo(1);
        assertThat(requests).filteredOn(MAKE_PUBLIC).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_BEFORE_WRITE", "ERROR_BEFORE_WRITE", "NOT_JSON"})
    void aCallThatIsLostBeforeThePostWentLiveIsUnknownAndStaysUnclear(Fault fault) {
        var post = post("Lost call", "Lost call.");
        sandbox.next("linkedin", fault, MAKE_PUBLIC);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.Unknown.class);
        assertThat(channel.find(post)).isEqualTo(new Lookup.Unclear("absence-not-proven"));
        assertThat(live(post)).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ERROR_AFTER_WRITE", "ERROR_BEFORE_WRITE"})
    void aFaultAtAnyStepBeforeThePostLeavesNothingPublicAndTheNextTryPublishesOnce(Fault fault) {
        var post = post("A fault", "A fault.", picture("A picture"));
        for (var step : List.of(LOOK, ANNOUNCE, UPLOAD, WAIT)) {
            sandbox.next("linkedin", fault, step);
            assertThat(channel.publish(post)).isInstanceOf(PublishResult.RetryLater.class);
            assertThat(live(post)).isZero();
        }
        published(channel.publish(post));
        assertThat(live(post)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"UNAUTHORIZED, account-must-be-connected-again", "EXPIRED_TOKEN, account-must-be-connected-again"})
    void aRefusalAtAnyStepIsFinalAndNothingIsPublic(Fault fault, String code) {
        var post = post("Refused", "Refused.", picture("A picture"));
        for (var step : List.of(LOOK, ANNOUNCE, UPLOAD, WAIT, MAKE_PUBLIC)) {
            sandbox.next("linkedin", fault, step);
            assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused(code));
            assertThat(live(post)).isZero();
        }
    }

    @Test
    void anAccountThatMayNotPostIsNamed() {
        var post = post("Refused", "Refused.", picture("A picture"));
        for (var step : List.of(ANNOUNCE, UPLOAD, MAKE_PUBLIC)) {
            sandbox.next("linkedin", Fault.FORBIDDEN, step);
            assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused("account-not-allowed"));
        }
    }

    @Test
    void beingThrottledLastsUntilMidnightInUtc() {
        var post = post("Throttled", "Throttled.", picture("A picture"));
        for (var step : List.of(LOOK, ANNOUNCE, UPLOAD, WAIT, MAKE_PUBLIC)) {
            sandbox.next("linkedin", Fault.THROTTLED, step);
            assertThat(channel.publish(post)).isInstanceOfSatisfying(PublishResult.RetryLater.class, later -> {
                assertThat(later.code()).isEqualTo("platform-throttles");
                assertThat(later.pause()).isBetween(Duration.ZERO, Duration.ofDays(1));
            });
        }
        published(channel.publish(post));
    }

    @Test
    void aPlatformThatIsDownGotNothing() {
        sandbox.close();
        assertThat(channel.publish(post("Down", "Down.")))
                .isEqualTo(new PublishResult.RetryLater("platform-unreachable", null));
    }

    @Test
    void aVersionThatEndedIsNamedAndANewerOneCanBeSet() {
        var fields = new TreeMap<>(page.account(sandbox.url("linkedin")));
        fields.put("version", "202401");
        var old = LinkedInFixture.channel(fields);
        assertThat(old.testConnection()).isEqualTo(new ConnectionTest.Unusable("api-version-ended"));
        assertThat(old.publish(post("Old", "Old."))).isEqualTo(new PublishResult.Refused("api-version-ended"));
        fields.put("version", "202801");
        published(LinkedInFixture.channel(fields).publish(post("New", "New.")));
    }

    @Test
    void aDuplicateThatIsTheVeryPostIsTakenAsPublished() {
        var post = post("Twice", "Twice.");
        // the listing does not have it yet
        var published = published(channel.publish(post));
        sandbox.onRequest(request -> {
            if (LOOK.test(request)) {
                change(published.remoteId(), live -> live.put("visibility", "LOGGED_IN"));
            } else if (READ.test(request)) {
                change(published.remoteId(), live -> live.put("visibility", "PUBLIC"));
            }
        });
        assertThat(channel.publish(post)).isEqualTo(published);
        assertThat(requests).filteredOn(MAKE_PUBLIC).hasSize(2);
        assertThat(page.posts()).hasSize(1);
    }

    @Test
    void aDuplicateThatIsAnOlderPieceIsNotTakenForThisOne() {
        var older = published(channel.publish(post("Closed on Monday", "We are closed.")));
        change(
                older.remoteId(),
                live -> live.put(
                        "createdAt", Instant.now().minus(Duration.ofDays(30)).toEpochMilli()));
        var again = since(post("Closed on Monday", "We are closed."), Instant.now());
        assertThat(channel.find(again)).isInstanceOf(Lookup.Unclear.class);
        assertThat(channel.publish(again)).isEqualTo(new PublishResult.Refused("platform-has-duplicate"));
    }

    @Test
    void aDuplicateThatIsAGhostIsNamed() {
        var post = post("Ghost", "Ghost.");
        sandbox.next("linkedin", Fault.DUPLICATE, MAKE_PUBLIC);
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused("platform-remembers-deleted-post"));
        var id = published(channel.publish(post)).remoteId();
        assertThat(channel.withdraw(post, id)).isEqualTo(new Takedown.Done());
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused("platform-remembers-deleted-post"));
    }

    @Test
    void aDuplicateThatCannotBeLookedAtIsUnknown() {
        var post = post("Unanswered", "Unanswered.");
        sandbox.next("linkedin", Fault.DUPLICATE, MAKE_PUBLIC);
        sandbox.next("linkedin", Fault.ERROR_BEFORE_WRITE, READ);
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.Unknown("no-answer"));
    }

    @Test
    void anAppThatMayNotReadPublishesAndSaysThatItCannotLook() {
        var unreadable = new SandboxLinkedIn(Shelf.inMemory(), Shelf.inMemory(), false);
        try (var other = Sandbox.of(unreadable)) {
            var writer = LinkedInFixture.channel(unreadable.account(other.url("linkedin")));
            var post = post("Unread", "Unread.", picture("A picture"));
            assertThat(writer.testConnection()).isEqualTo(new ConnectionTest.Usable());
            var id = published(writer.publish(post)).remoteId();
            assertThat(writer.readBack(post, id)).isEqualTo(new ReadBack.NotReadable());
            assertThat(writer.find(post)).isEqualTo(new Lookup.Unclear("account-may-not-read"));
            assertThat(writer.publish(post)).isEqualTo(new PublishResult.Refused("platform-has-duplicate"));
            assertThat(writer.withdraw(post, id)).isEqualTo(new Takedown.Done());
            assertThat(unreadable.posts()).isEmpty();
        }
    }

    @Test
    void aLookThatGetsNoAnswerProvesNothing() {
        sandbox.next("linkedin", Fault.ERROR_BEFORE_WRITE, LOOK);
        assertThat(channel.find(post("No answer", "No answer.")))
                .isEqualTo(new Lookup.Unavailable("platform-error", null));
    }

    @Test
    void anImageThatIsNeverReadyEndsTheAttemptWithNothingPublic() {
        var post = post("Slow image", "Slow image.", picture("A picture"));
        sandbox.onRequest(request -> {
            if (WAIT.test(request)) {
                images.all().forEach(image -> images.put(image.path("id").asText(), image.put("looks", 0)));
            }
        });
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.RetryLater("image-not-ready", null));
        assertThat(live(post)).isZero();
    }

    @Test
    void anImageThatLinkedInCannotReadIsRefused() {
        var post = post("Strange image", "Strange image.", picture("A picture"));
        sandbox.onRequest(request -> {
            if (WAIT.test(request)) {
                images.all()
                        .forEach(image ->
                                images.put(image.path("id").asText(), image.put("status", "PROCESSING_FAILED")));
            }
        });
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused("platform-rejects-content"));
    }

    @Test
    void theTokenGoesToLinkedInsOwnHostsAlone() {
        var api = new LinkedInApi(
                new io.imprimatur.publishing.channel.http.ChannelHttp(
                        io.imprimatur.publishing.internal.PublishingFixture.properties()),
                new com.fasterxml.jackson.databind.ObjectMapper(),
                new AccountFixture("linkedin", Map.of("organization", "1")));
        assertThat(api.isLinkedIns(java.net.URI.create("https://www.linkedin.com/dms-uploads/1")))
                .isTrue();
        assertThat(api.isLinkedIns(java.net.URI.create("https://api.linkedin.com/x")))
                .isTrue();
        assertThat(api.isLinkedIns(java.net.URI.create("http://www.linkedin.com/dms-uploads/1")))
                .isFalse();
        assertThat(api.isLinkedIns(java.net.URI.create("https://linkedin.com.example/1")))
                .isFalse();
        assertThat(api.isLinkedIns(java.net.URI.create("/relative"))).isFalse();
    }

    @Test
    void whatLinkedInWouldNotTakeIsRefusedBeforeAnythingIsSent() {
        assertThat(channel.publish(post("Long", "word ".repeat(700))))
                .isEqualTo(new PublishResult.Refused("too-long-for-platform"));
        assertThat(channel.publish(post("Long with backslashes", "(a) ".repeat(500))))
                .isEqualTo(new PublishResult.Refused("too-long-for-platform"));
        assertThat(channel.publish(post("Alt", "Alt.", picture("a".repeat(4_087)))))
                .isEqualTo(new PublishResult.Refused("alt-text-too-long"));
        assertThat(requests).isEmpty();
    }

    @Test
    void makesABoxOfTheLinkWithTheTitleThatWasApproved() {
        var post = post("Flu shots", "From Monday. #FluShots", picture("A picture"));
        published(channel.publish(post));
        var alone = post("Flu shots", "From Tuesday.");
        published(channel.publish(alone));
        var sent =
                requests.stream().filter(MAKE_PUBLIC).map(SandboxRequest::json).toList();
        assertThat(sent.get(0).path("content").has("media")).isTrue();
        assertThat(sent.get(0).path("commentary").asText()).contains("{hashtag|\\#|FluShots}");
        assertThat(sent.get(1).at("/content/article/title").asText()).isEqualTo("Flu shots");
        assertThat(channel.preview(alone).card()).isEqualTo(new Preview.Card("example.org", "Flu shots"));
        assertThat(channel.preview(post).card()).isNull();
        assertThat(channel.preview(post).entities()).anyMatch(entity -> entity.kind() == Preview.Entity.Kind.HASHTAG);
    }

    @Test
    void aBoxThatLeadsElsewhereIsADifference() {
        var post = post("Box", "Box.");
        var id = published(channel.publish(post)).remoteId();
        change(id, live -> ((ObjectNode) live.at("/content/article")).put("source", "https://spam.example"));
        assertThat(differences(post, id)).containsExactly("link");
    }

    @Test
    void aChangedAlternativeTextIsADifferenceAndThePictureIsKept() {
        var post = post("Changed", "Changed.", picture("A picture"));
        var id = published(channel.publish(post)).remoteId();
        var read = (ReadBack.Read) channel.readBack(post, id);
        assertThat(read.views().get(0).images().get(0).picture())
                .satisfies(picture -> assertThat(picture.bytes()).startsWith(PICTURE));
        change(id, live -> ((ObjectNode) live.at("/content/media")).put("altText", "Else"));
        assertThat(differences(post, id)).containsExactly("images");
    }

    @Test
    void aPostThatIsGoneOrNotPublicIsMissingButAnAddressThatLeadsNowhereProvesNothing() {
        var post = post("Gone", "Gone.");
        var id = published(channel.publish(post)).remoteId();
        change(id, live -> live.put("lifecycleState", "PUBLISH_REQUESTED"));
        assertThat(channel.readBack(post, id)).isEqualTo(new ReadBack.Unavailable("post-not-ready", null));
        change(id, live -> live.put("lifecycleState", "PUBLISHED").put("visibility", "LOGGED_IN"));
        assertThat(channel.readBack(post, id)).isInstanceOf(ReadBack.Missing.class);
        page.remove(id);
        assertThat(channel.readBack(post, id)).isInstanceOf(ReadBack.Missing.class);
        var fields = new TreeMap<>(page.account(sandbox.url("linkedin")));
        fields.put("api", sandbox.url("nowhere"));
        assertThat(LinkedInFixture.channel(fields).readBack(post, id))
                .isEqualTo(new ReadBack.Unavailable("api-not-found", null));
        assertThat(LinkedInFixture.channel(fields).withdraw(post, id)).isEqualTo(new Takedown.Refused("api-not-found"));
    }

    @Test
    void aTakedownWithoutAnswerIsNotDone() {
        var post = post("Down", "Down.");
        var id = published(channel.publish(post)).remoteId();
        sandbox.next("linkedin", Fault.ERROR_BEFORE_WRITE, DELETE);
        assertThat(channel.withdraw(post, id)).isEqualTo(new Takedown.Unavailable("platform-error", null));
        sandbox.next("linkedin", Fault.FORBIDDEN, DELETE);
        assertThat(channel.withdraw(post, id)).isEqualTo(new Takedown.Refused("account-not-allowed"));
        assertThat(live(post)).isEqualTo(1);
    }

    @Test
    void looksThroughThePagesOfTheListing() {
        var wanted = post("The first of many", "The first.");
        var first = published(channel.publish(wanted));
        for (int i = 0; i < 250; i++) {
            var urn = "urn:li:share:" + i;
            posts.put(
                    urn,
                    posts.get(first.remoteId()).orElseThrow().put("id", urn).put("commentary", "Another " + i));
        }
        assertThat(channel.find(wanted)).isEqualTo(new Lookup.Found(first.remoteId(), first.url()));
    }

    @Test
    void isConnectedOnLinkedInsOwnPagesUnlessToldOtherwise() {
        var terms = LinkedInFixture.platform().oauth().orElseThrow();
        var account = new AccountFixture("linkedin", Map.of());
        assertThat(terms.authorize().apply(account)).isEqualTo("https://www.linkedin.com/oauth/v2/authorization");
        assertThat(terms.token().apply(account)).isEqualTo("https://www.linkedin.com/oauth/v2/accessToken");
        var sandboxed = new AccountFixture("linkedin", page.account(sandbox.url("linkedin")));
        assertThat(terms.token().apply(sandboxed)).isEqualTo(sandbox.url("linkedin") + "/oauth/v2/accessToken");
    }

    private Set<String> differences(Post post, String id) {
        return LiveComparison.differences(channel.expected(post), (ReadBack.Read) channel.readBack(post, id));
    }

    private void change(String id, Consumer<ObjectNode> how) {
        var stored = posts.get(id).orElseThrow();
        how.accept(stored);
        posts.put(id, stored);
    }

    private static Post since(Post post, Instant time) {
        return new Post(
                post.contentId(),
                post.revision(),
                post.hash(),
                post.key(),
                post.title(),
                post.body(),
                post.link(),
                post.images(),
                time);
    }
}
