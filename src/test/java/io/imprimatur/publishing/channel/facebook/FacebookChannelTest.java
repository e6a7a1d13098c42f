package io.imprimatur.publishing.channel.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ChannelContract;
import io.imprimatur.publishing.channel.ConnectionTest;
import io.imprimatur.publishing.channel.LiveComparison;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.Preview;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.PublishedContracts;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.Takedown;
import io.imprimatur.publishing.sandbox.Fault;
import io.imprimatur.publishing.sandbox.Sandbox;
import io.imprimatur.publishing.sandbox.SandboxFacebook;
import io.imprimatur.publishing.sandbox.SandboxRequest;
import io.imprimatur.publishing.sandbox.Shelf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

/** The contract on a fake, and what the channel makes of each fault at each step. */
class FacebookChannelTest extends ChannelContract {
    private static final Predicate<SandboxRequest> LOOK =
            request -> request.line().matches("GET /v25.0/\\d+/feed");
    private static final Predicate<SandboxRequest> UPLOAD =
            request -> request.line().matches("POST /v25.0/\\d+/photos");
    private static final Predicate<SandboxRequest> MAKE_PUBLIC =
            request -> request.line().matches("POST /v25.0/\\d+/feed");
    private static final Predicate<SandboxRequest> DELETE =
            request -> request.method().equals("DELETE");

    private final Shelf posts = Shelf.inMemory();
    private final Shelf photos = Shelf.inMemory();
    private final SandboxFacebook page = new SandboxFacebook(posts, photos);
    private final Sandbox sandbox = Sandbox.of(page);
    private final List<SandboxRequest> requests = new CopyOnWriteArrayList<>();
    private final Channel channel;

    FacebookChannelTest() {
        sandbox.onRequest(requests::add);
        channel = FacebookFixture.channel(page.account(sandbox.url("facebook")));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @AfterEach
    void everyRequestIsAllowedByThePublishedContract() {
        if (PublishedContracts.present(FacebookContract.FILE)) {
            var contract = new FacebookContract();
            var violations = new ArrayList<String>();
            requests.stream()
                    .filter(request -> request.path().startsWith("/v25.0/"))
                    .forEach(request -> violations.addAll(contract.violations(request)));
            assertThat(violations).isEmpty();
        }
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

    @Test
    void requestsAreValidatedAgainstThePublishedContract() {
        PublishedContracts.assumePresent(FacebookContract.FILE);
        var post = post("Validated", "Validated.", picture("A picture"), picture("Another"));
        channel.readBack(post, published(channel.publish(post)).remoteId());
        assertThat(requests).anyMatch(MAKE_PUBLIC).anyMatch(UPLOAD);
        assertThat(requests).noneMatch(request -> request.query().containsKey("access_token"));
    }

    @Test
    void showsALinkAsABoxOnlyWithoutImages() {
        published(channel.publish(post("Link", "Link.")));
        published(channel.publish(post("Image", "Image.", picture("A picture"))));
        assertThat(requests)
                .filteredOn(MAKE_PUBLIC)
                .extracting(request -> request.json().has("link"))
                .containsExactly(true, false);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_ANSWER_AFTER_WRITE", "ERROR_AFTER_WRITE", "SILENCE_AFTER_WRITE"})
    void anAnswerThatIsLostAfterThePostWentLiveIsUnknownAndFound(Fault fault) {
        var post = post("Lost answer", "Lost answer.");
        sandbox.next("facebook", fault, MAKE_PUBLIC);
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
        sandbox.next("facebook", fault, MAKE_PUBLIC);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.Unknown.class);
        assertThat(channel.find(post)).isEqualTo(new Lookup.Unclear("absence-not-proven"));
        assertThat(live(post)).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ERROR_AFTER_WRITE", "ERROR_BEFORE_WRITE", "NOT_JSON"})
    void aFaultAtAnyStepBeforeThePostLeavesNothingPublicAndTheNextTryPublishesOnce(Fault fault) {
        var post = post("A fault", "A fault.", picture("A picture"));
        for (var step : List.of(LOOK, UPLOAD)) {
            sandbox.next("facebook", fault, step);
            assertThat(channel.publish(post)).isInstanceOf(PublishResult.RetryLater.class);
            assertThat(live(post)).isZero();
        }
        published(channel.publish(post));
        assertThat(live(post)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED, credentials-refused",
        "EXPIRED_TOKEN, account-must-be-connected-again",
        "FORBIDDEN, account-not-allowed",
        "TOO_LARGE, too-large-for-platform"
    })
    void aRefusalAtAnyStepIsFinalAndNothingIsPublic(Fault fault, String code) {
        var post = post("Refused", "Refused.", picture("A picture"));
        for (var step : List.of(LOOK, UPLOAD, MAKE_PUBLIC)) {
            sandbox.next("facebook", fault, step);
            assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused(code));
            assertThat(live(post)).isZero();
        }
    }

    @Test
    void beingThrottledNamesThePauseThatFacebookEstimates() {
        var post = post("Throttled", "Throttled.", picture("A picture"));
        for (var step : List.of(LOOK, UPLOAD, MAKE_PUBLIC)) {
            sandbox.next("facebook", Fault.THROTTLED, step);
            assertThat(channel.publish(post))
                    .isEqualTo(new PublishResult.RetryLater("platform-throttles", Duration.ofMinutes(2)));
        }
        published(channel.publish(post));
    }

    @Test
    void aPageThatIsDownGotNothing() {
        sandbox.close();
        assertThat(channel.publish(post("Down", "Down.")))
                .isEqualTo(new PublishResult.RetryLater("platform-unreachable", null));
    }

    @Test
    void aDuplicateRefusalIsConfirmedByReading() {
        var post = post("Twice", "Twice.");
        sandbox.next("facebook", Fault.DUPLICATE, MAKE_PUBLIC);
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused("platform-has-duplicate"));
        // another send of the same post becomes public between the look and the send
        sandbox.onRequest(request -> {
            if (MAKE_PUBLIC.test(request) && posts.all().isEmpty()) {
                page.answer(request);
            }
        });
        var found = published(channel.publish(post));
        assertThat(found.remoteId()).isEqualTo(page.posts().get(0).id());
        assertThat(live(post)).isEqualTo(1);
    }

    @Test
    void theSameTextOfAnOlderPieceIsNotTakenForThisOne() {
        var older = published(channel.publish(post("Closed on Monday", "We are closed.")));
        published(channel.publish(post("Something else", "In between.")));
        change(older.remoteId(), post -> post.put("created_time", "2020-01-01T08:00:00+0000"));
        var again = since(post("Closed on Monday", "We are closed."), Instant.now());
        assertThat(published(channel.publish(again)).remoteId()).isNotEqualTo(older.remoteId());
        assertThat(channel.find(post("Closed on Monday", "We are closed."))).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void visitorsPostsAndUnpublishedOnesAreNotOurs() {
        var post = post("Ours", "Ours.");
        var id = published(channel.publish(post)).remoteId();
        change(id, live -> live.put("is_published", false));
        assertThat(channel.find(post)).isInstanceOf(Lookup.Unclear.class);
        assertThat(channel.readBack(post, id)).isInstanceOf(ReadBack.Missing.class);
        change(id, live -> ((ObjectNode) live.put("is_published", true).path("from")).put("id", "12345"));
        assertThat(channel.find(post)).isInstanceOf(Lookup.Unclear.class);
    }

    @Test
    void looksThroughThePagesOfTheFeed() {
        var wanted = post("The first of many", "The first.");
        var first = published(channel.publish(wanted));
        for (int i = 0; i < 250; i++) {
            var id = "other_" + i;
            posts.put(
                    id, posts.get(first.remoteId()).orElseThrow().put("id", id).put("message", "Another " + i));
        }
        assertThat(channel.find(wanted)).isEqualTo(new Lookup.Found(first.remoteId(), first.url()));
        assertThat(requests).filteredOn(LOOK).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aLookThatGetsNoAnswerProvesNothing() {
        sandbox.next("facebook", Fault.ERROR_BEFORE_WRITE, LOOK);
        assertThat(channel.find(post("No answer", "No answer.")))
                .isEqualTo(new Lookup.Unavailable("platform-error", null));
    }

    @Test
    void whatFacebookWouldCutOrChangeIsRefusedBeforeAnythingIsSent() {
        assertThat(channel.publish(post("Long", "word ".repeat(13_000))))
                .isEqualTo(new PublishResult.Refused("too-long-for-platform"));
        var image = picture("A picture");
        assertThat(channel.publish(post(
                        "Images", "x", image, image, image, image, image, image, image, image, image, image, image)))
                .isEqualTo(new PublishResult.Refused("too-many-images"));
        var mention = post("Mention", "Ask @[1234567890:Somebody].");
        assertThat(channel.publish(mention)).isEqualTo(new PublishResult.Refused("platform-changes-content"));
        assertThat(channel.preview(mention).remarks())
                .allMatch(Preview.Remark::refused)
                .hasSize(1);
        assertThat(requests).isEmpty();
    }

    @Test
    void namesTheHashtagsAndLinksThatFacebookMakes() {
        var preview = channel.preview(post("Flu #shots", "See example.org or a#b and #7."));
        assertThat(preview.entities())
                .extracting(entity -> preview.text().substring(entity.start(), entity.end()))
                .startsWith("#shots", "example.org")
                .hasSize(3);
        assertThat(preview.card()).isEqualTo(new Preview.Card("example.org", ""));
    }

    @Test
    void aPostThatIsGoneIsMissingOnlyToAnAccountThatMayReadPosts() {
        var post = post("Gone", "Gone.");
        assertThat(channel.readBack(post, "104800000000001_9")).isInstanceOf(ReadBack.Missing.class);
        assertThat(channel.withdraw(post, "104800000000001_9")).isEqualTo(new Takedown.Done());
        sandbox.next("facebook", Fault.FORBIDDEN, LOOK);
        assertThat(channel.readBack(post, "104800000000001_9"))
                .isEqualTo(new ReadBack.Unavailable("api-not-found", null));
        sandbox.next("facebook", Fault.FORBIDDEN, LOOK);
        assertThat(channel.withdraw(post, "104800000000001_9")).isEqualTo(new Takedown.Refused("api-not-found"));
    }

    @Test
    void aTakedownWithoutAnswerIsNotDone() {
        var post = post("Down", "Down.");
        var id = published(channel.publish(post)).remoteId();
        sandbox.next("facebook", Fault.ERROR_BEFORE_WRITE, DELETE);
        assertThat(channel.withdraw(post, id)).isEqualTo(new Takedown.Unavailable("platform-error", null));
        sandbox.next("facebook", Fault.EXPIRED_TOKEN, DELETE);
        assertThat(channel.withdraw(post, id)).isEqualTo(new Takedown.Refused("account-must-be-connected-again"));
        sandbox.next("facebook", Fault.THROTTLED, DELETE);
        assertThat(channel.withdraw(post, id))
                .isEqualTo(new Takedown.Unavailable("platform-throttles", Duration.ofMinutes(2)));
    }

    @Test
    void aChangedAlternativeTextOrALostImageIsADifference() {
        var post = post("Changed", "Changed.", picture("A picture"), picture("Another"));
        var id = published(channel.publish(post)).remoteId();
        assertThat(differences(post, id)).isEmpty();
        var photo = photos.all().get(0).path("id").asText();
        photos.put(photo, photos.get(photo).orElseThrow().put("alt_text_custom", "Else"));
        assertThat(differences(post, id)).containsExactly("images");
        change(id, live -> live.putArray("photos").add(photo));
        assertThat(differences(post, id)).containsExactly("images");
    }

    @Test
    void keepsTheLargestPictureThatReadersSee() {
        var post = post("Evidence", "Evidence.", picture("A picture"));
        var id = published(channel.publish(post)).remoteId();
        var read = (ReadBack.Read) channel.readBack(post, id);
        assertThat(read.views().get(0).images().get(0).picture())
                .satisfies(picture -> assertThat(picture.bytes()).startsWith(PICTURE));
        assertThat(requests).anyMatch(request -> request.path().endsWith("/2048"));
    }

    @Test
    void aTokenThatIsNotThePagesOwnIsNamed() {
        var fields = new TreeMap<>(page.account(sandbox.url("facebook")));
        fields.put("access-token", "wrong");
        assertThat(FacebookFixture.channel(fields).testConnection())
                .isEqualTo(new ConnectionTest.Unusable("account-must-be-connected-again"));
        fields.putAll(page.account(sandbox.url("facebook")));
        fields.put("page-id", "5");
        assertThat(FacebookFixture.channel(fields).testConnection())
                .isEqualTo(new ConnectionTest.Unusable("account-not-allowed"));
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
