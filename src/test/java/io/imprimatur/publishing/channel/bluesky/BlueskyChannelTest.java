package io.imprimatur.publishing.channel.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.imprimatur.platform.Sha256;
import io.imprimatur.publishing.channel.AccountUnusable;
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
import io.imprimatur.publishing.sandbox.SandboxBluesky;
import io.imprimatur.publishing.sandbox.SandboxRequest;
import io.imprimatur.publishing.sandbox.Shelf;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract on a fake, and what the channel makes of each fault at each step. */
class BlueskyChannelTest extends ChannelContract {
    private static final Predicate<SandboxRequest> SESSION = calls("com.atproto.server.createSession");
    private static final Predicate<SandboxRequest> REFRESH = calls("com.atproto.server.refreshSession");
    private static final Predicate<SandboxRequest> LOOK = calls("com.atproto.repo.getRecord");
    private static final Predicate<SandboxRequest> UPLOAD = calls("com.atproto.repo.uploadBlob");
    private static final Predicate<SandboxRequest> PUT = calls("com.atproto.repo.putRecord");
    private static final Predicate<SandboxRequest> DELETE = calls("com.atproto.repo.deleteRecord");
    private static final Predicate<SandboxRequest> BLOB = calls("com.atproto.sync.getBlob");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");

    private final Shelf posts = Shelf.inMemory();
    private final Shelf blobs = Shelf.inMemory();
    private final SandboxBluesky server = new SandboxBluesky(posts, blobs);
    private final Sandbox sandbox = Sandbox.of(server);
    private final List<SandboxRequest> requests = new CopyOnWriteArrayList<>();
    private final Channel channel;

    BlueskyChannelTest() {
        sandbox.onRequest(requests::add);
        channel = open(NOW);
    }

    @AfterEach
    void everyRequestIsAsTheLexiconsSay() {
        sandbox.close();
        if (Lexicons.available()) {
            assertThat(requests).flatExtracting(Lexicons::problems).isEmpty();
        }
    }

    @Override
    protected Channel channel() {
        return channel;
    }

    @Override
    protected String everyKindOfText() {
        return SHORT_TEXT;
    }

    @Override
    protected int live(Post post) {
        return (int) posts.all().stream()
                .filter(live -> live.path("value").path("text").asText().equals(post.wholeText()))
                .count();
    }

    @Override
    protected void vandalise(Post post, String remoteId) {
        server.vandalise(remoteId);
    }

    @Test
    void theLexiconsAreThere() {
        assumeTrue(Lexicons.available(), "No lexicons in " + Lexicons.PUBLISHED + ": requests are not checked by them");
        published(channel.publish(post("Lexicons", "See https://example.org/a #flu.", picture("A picture"))));
        assertThat(requests).filteredOn(PUT).hasSize(1);
        var wrong = new SandboxRequest(
                "",
                "POST",
                "/xrpc/com.atproto.repo.putRecord",
                Map.of(),
                requests.get(0).headers(),
                "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(Lexicons.problems(wrong)).contains("body.record");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_ANSWER_AFTER_WRITE", "ERROR_AFTER_WRITE", "SILENCE_AFTER_WRITE"})
    void anAnswerThatIsLostAfterThePostWentLiveIsUnknownAndFound(Fault fault) {
        var post = post("Lost answer", "Lost answer.");
        sandbox.next("bluesky", fault, PUT);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.Unknown.class);
        assertThat(channel.find(post)).isInstanceOf(Lookup.Found.class);
        published(channel.publish(post));
        assertThat(live(post)).isEqualTo(1);
        assertThat(requests).filteredOn(PUT).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_BEFORE_WRITE", "ERROR_BEFORE_WRITE", "SILENCE_BEFORE_WRITE", "NOT_JSON"})
    void aCallThatIsLostBeforeThePostWentLiveIsUnknownAndMayBeRepeated(Fault fault) {
        var post = post("Lost call", "Lost call.", picture("A picture"));
        sandbox.next("bluesky", fault, PUT);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.Unknown.class);
        assertThat(channel.find(post)).isInstanceOf(Lookup.Absent.class);
        published(channel.publish(post));
        assertThat(live(post)).isEqualTo(1);
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
    void aFaultBeforeThePostIsPutLeavesNothingPublic(Fault fault) {
        var post = post("Before", "Before.", picture("A picture"));
        sandbox.next("bluesky", fault, UPLOAD);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.RetryLater.class);
        assertThat(live(post)).isZero();
        published(channel.publish(post));
    }

    /** A look whose connection drops is not among them: the JDK's client repeats a GET. */
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ERROR_BEFORE_WRITE", "SILENCE_BEFORE_WRITE", "NOT_JSON"})
    void nothingIsSentAfterALookWithoutAnAnswer(Fault fault) {
        var post = post("Before", "Before.");
        sandbox.next("bluesky", fault, LOOK);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.RetryLater.class);
        assertThat(requests).noneMatch(PUT);
        published(channel.publish(post));
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED, credentials-refused",
        "FORBIDDEN, account-not-allowed",
        "TOO_LARGE, too-large-for-platform"
    })
    void aRefusalAtAnyStepIsFinalAndNothingIsPublic(Fault fault, String code) {
        var post = post("Refused", "Refused.", picture("A picture"));
        for (var step : List.of(LOOK, UPLOAD, PUT)) {
            sandbox.next("bluesky", fault, step);
            assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused(code));
            assertThat(live(post)).isZero();
        }
    }

    @Test
    void beingThrottledNamesThePauseThatTheServerAskedFor() {
        var post = post("Throttled", "Throttled.", picture("A picture"));
        for (var step : List.of(LOOK, UPLOAD, PUT)) {
            sandbox.next("bluesky", Fault.THROTTLED, step);
            assertThat(channel.publish(post)).isInstanceOfSatisfying(PublishResult.RetryLater.class, later -> {
                assertThat(later.code()).isEqualTo("platform-throttles");
                assertThat(later.pause()).isBetween(Duration.ofSeconds(110), Duration.ofSeconds(120));
            });
        }
        published(channel.publish(post));
    }

    @Test
    void aThrottledLoginNamesThePauseToo() {
        sandbox.next("bluesky", Fault.THROTTLED, SESSION);
        assertThatThrownBy(() -> channel.publish(post("Login", "Login.")))
                .isInstanceOfSatisfying(AccountUnusable.class, unusable -> {
                    assertThat(unusable.code()).isEqualTo("platform-throttles");
                    assertThat(unusable.lasting()).isFalse();
                    assertThat(unusable.pause()).isBetween(Duration.ofSeconds(110), Duration.ofSeconds(120));
                });
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_BEFORE_WRITE", "ERROR_BEFORE_WRITE", "NOT_JSON"})
    void aLoginWithoutAnAnswerIsAMatterOfTime(Fault fault) {
        var post = post("Login", "Login.");
        sandbox.next("bluesky", fault, SESSION);
        assertThatThrownBy(() -> channel.publish(post))
                .isInstanceOfSatisfying(AccountUnusable.class, unusable -> assertThat(unusable.lasting())
                        .isFalse());
        published(channel.publish(post));
    }

    @Test
    void aWrongPasswordIsNamed() {
        var wrong = BlueskyFixture.channel(
                Map.of("service", sandbox.url("bluesky"), "handle", "clinic.test", "password", "wrong"));
        assertThat(wrong.testConnection()).isEqualTo(new ConnectionTest.Unusable("credentials-refused"));
        assertThatThrownBy(() -> wrong.publish(post("Password", "Password.")))
                .isInstanceOfSatisfying(AccountUnusable.class, unusable -> assertThat(unusable.lasting())
                        .isTrue())
                .hasMessage("credentials-refused");
    }

    @Test
    void anExpiredTokenIsRefreshedAtAnyStep() {
        var post = post("Expired", "Expired.", picture("A picture"));
        for (var step : List.of(LOOK, UPLOAD, PUT)) {
            sandbox.next("bluesky", Fault.EXPIRED_TOKEN, step);
        }
        published(channel.publish(post));
        assertThat(live(post)).isEqualTo(1);
        assertThat(requests).filteredOn(SESSION).hasSize(1);
        assertThat(requests).filteredOn(REFRESH).hasSize(3);
    }

    @Test
    void aRevokedSessionIsOpenedAnew() {
        published(channel.publish(post("One", "One.")));
        server.endSessions();
        published(channel.publish(post("Two", "Two.")));
        assertThat(requests).filteredOn(SESSION).hasSize(2);
    }

    @Test
    void aTokenThatNeverWorksIsNotTriedForEver() {
        var post = post("Never", "Never.");
        sandbox.next("bluesky", Fault.EXPIRED_TOKEN, PUT);
        sandbox.next("bluesky", Fault.EXPIRED_TOKEN, PUT);
        assertThatThrownBy(() -> channel.publish(post)).isInstanceOf(AccountUnusable.class);
        assertThat(live(post)).isZero();
    }

    @Test
    void severalThreadsRefreshAnEndedTokenOnce() throws Exception {
        assertThat(channel.testConnection()).isEqualTo(new ConnectionTest.Usable());
        server.endAccessTokens();
        var threads = Executors.newFixedThreadPool(4);
        Callable<ConnectionTest> test = channel::testConnection;
        for (var tested : threads.invokeAll(List.of(test, test, test, test))) {
            assertThat(tested.get()).isEqualTo(new ConnectionTest.Usable());
        }
        threads.shutdown();
        assertThat(requests).filteredOn(REFRESH).hasSize(1);
        assertThat(requests).filteredOn(SESSION).hasSize(1);
    }

    @Test
    void aSecondSendAtTheSameTimeNeitherMakesAPostNorWritesOverTheFirst() {
        var post = post("Race", "Race.");
        var other = open(NOW.plusSeconds(60));
        var raced = new AtomicBoolean();
        sandbox.onRequest(request -> {
            if (PUT.test(request) && raced.compareAndSet(false, true)) {
                published(other.publish(post));
            }
        });
        published(channel.publish(post));
        assertThat(posts.all()).singleElement().satisfies(live -> assertThat(
                        live.path("value").path("createdAt").asText())
                .isEqualTo("2026-03-01T10:01:00.123Z"));
    }

    @Test
    void aDuplicateThatIsNotThereIsARefusal() {
        sandbox.next("bluesky", Fault.DUPLICATE, PUT);
        assertThat(channel.publish(post("Duplicate", "Duplicate.")))
                .isEqualTo(new PublishResult.Refused("platform-has-duplicate"));
    }

    @Test
    void anImageThatTheServerDeletedMeanwhileIsUploadedAgain() {
        var post = post("Image", "Image.", picture("A picture"));
        var deleted = new AtomicBoolean();
        sandbox.onRequest(request -> {
            if (PUT.test(request) && deleted.compareAndSet(false, true)) {
                blobs.remove(request.json()
                        .at("/record/embed/images/0/image/ref/$link")
                        .asText());
            }
        });
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.RetryLater("platform-error", null));
        published(channel.publish(post));
    }

    @Test
    void aTextThatIsTooLongIsRefusedBeforeAnythingIsSent() {
        assertThat(channel.publish(post("Long", "x".repeat(300))))
                .isEqualTo(new PublishResult.Refused("too-long-for-platform"));
        assertThat(channel.publish(post("Long", "👨‍👩‍👧".repeat(170))))
                .isEqualTo(new PublishResult.Refused("too-long-for-platform"));
        assertThat(requests).isEmpty();
    }

    @Test
    void tooManyImagesOrOneThatIsTooLargeAreRefusedBeforeAnythingIsSent() {
        var five = new Post.Image[] {picture("1"), picture("2"), picture("3"), picture("4"), picture("5")};
        assertThat(channel.publish(post("Five", "Five.", five)))
                .isEqualTo(new PublishResult.Refused("too-many-images"));
        var bytes = new byte[2_000_001];
        var large = new Post.Image(stored(bytes), "image/png", 9, 9, Sha256.hex(bytes), "Large", () -> bytes);
        assertThat(channel.publish(post("Large", "Large.", large)))
                .isEqualTo(new PublishResult.Refused("image-too-large"));
        assertThat(requests).isEmpty();
    }

    @Test
    void previewSaysWhatWouldBeRefused() {
        assertThat(channel.preview(post("Long", "x".repeat(300))).remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.refused()).isTrue());
        assertThat(channel.preview(post("Fits", "Dr.Li has #flu shots.")).remarks())
                .isEmpty();
        assertThat(channel.preview(post("Fits", "Dr.Li has #flu shots.")).entities())
                .extracting(Preview.Entity::kind)
                .containsExactly(Preview.Entity.Kind.HASHTAG, Preview.Entity.Kind.LINK);
    }

    @Test
    void theLinkIsACardWhereThereAreNoImages() {
        var with = channel.preview(post("Card", "Card."));
        assertThat(with.card()).isEqualTo(new Preview.Card("example.org", "example.org"));
        assertThat(channel.preview(post("Card", "Card.", picture("A picture"))).card())
                .isNull();
        published(channel.publish(post("Card", "Card.")));
        assertThat(posts.all()).singleElement().satisfies(live -> assertThat(
                        live.path("value").at("/embed/external/uri").asText())
                .isEqualTo("https://example.org/flu?a=1&b=%5B2%5D&c='x'"));
    }

    @Test
    void whatSomebodyAddedAroundTheTextIsADifference() {
        differs(record -> record.putObject("labels").put("$type", "com.atproto.label.defs#selfLabels"));
        differs(record -> record.remove("facets"));
        differs(record -> record.remove("embed"));
        differs(record -> ((ObjectNode) record.at("/embed/external")).put("title", "Something else"));
        differs(record -> ((ObjectNode) record.at("/facets/0/features/0")).put("uri", "https://spam.example"));
    }

    private void differs(Consumer<ObjectNode> change) {
        var post = post("Around", "Around.");
        var id = published(channel.publish(post)).remoteId();
        var stored = posts.get(id).orElseThrow();
        change.accept((ObjectNode) stored.path("value"));
        posts.put(id, stored);
        assertThat(channel.readBack(post, id)).isInstanceOfSatisfying(ReadBack.Read.class, read -> assertThat(
                        LiveComparison.differences(channel.expected(post), read))
                .contains("body"));
    }

    @Test
    void anImageThatCannotBeReadNowIsNoDifferenceButOneThatIsGoneIs() {
        var post = post("Image", "Image.", picture("A picture"));
        var id = published(channel.publish(post)).remoteId();
        for (var fault : List.of(Fault.ERROR_BEFORE_WRITE, Fault.THROTTLED)) {
            sandbox.next("bluesky", fault, BLOB);
            assertThat(channel.readBack(post, id)).isInstanceOf(ReadBack.Unavailable.class);
        }
        var image = posts.get(id).orElseThrow().at("/value/embed/images/0/image/ref/$link");
        blobs.remove(image.asText());
        assertThat(channel.readBack(post, id)).isInstanceOfSatisfying(ReadBack.Read.class, read -> assertThat(
                        LiveComparison.differences(channel.expected(post), read))
                .containsExactly("images"));
    }

    @Test
    void aTakedownThatGetsNoAnswerIsNotDone() {
        var post = post("Down", "Down.");
        var id = published(channel.publish(post)).remoteId();
        sandbox.next("bluesky", Fault.LOST_BEFORE_WRITE, DELETE);
        assertThat(channel.withdraw(post, id)).isInstanceOf(Takedown.Unavailable.class);
        sandbox.next("bluesky", Fault.FORBIDDEN, DELETE);
        assertThat(channel.withdraw(post, id)).isEqualTo(new Takedown.Refused("account-not-allowed"));
        sandbox.next("bluesky", Fault.LOST_ANSWER_AFTER_WRITE, DELETE);
        assertThat(channel.withdraw(post, id)).isInstanceOf(Takedown.Unavailable.class);
        assertThat(channel.withdraw(post, id)).isEqualTo(new Takedown.Done());
    }

    @Test
    void aLookThatGetsNoAnswerProvesNothing() {
        sandbox.next("bluesky", Fault.ERROR_BEFORE_WRITE, LOOK);
        assertThat(channel.find(post("No answer", "No answer."))).isInstanceOf(Lookup.Unavailable.class);
    }

    @Test
    void theAddressNamesTheAccountByWhatNeverChanges() {
        var post = post("Address", "Address.");
        var published = published(channel.publish(post));
        assertThat(published.url())
                .isEqualTo(URI.create(
                        "https://bsky.app/profile/did:plc:2sandbox2sandbox2sandbox/post/" + RecordKey.of(post)));
    }

    @Test
    void onlyTheEntrywaySendsOnToAnotherServer() throws Exception {
        var session = new ObjectMapper()
                .readTree(
                        "{\"didDoc\":{\"service\":[{\"id\":\"#atproto_pds\",\"serviceEndpoint\":\"https://pds.example\"}]}}");
        assertThat(BlueskySession.server(URI.create("https://bsky.social"), session))
                .isEqualTo(URI.create("https://pds.example"));
        assertThat(BlueskySession.server(URI.create("https://own.example"), session))
                .isEqualTo(URI.create("https://own.example"));
        var open = new ObjectMapper().readTree(session.toString().replace("https:", "http:"));
        assertThat(BlueskySession.server(URI.create("https://bsky.social"), open))
                .isEqualTo(URI.create("https://bsky.social"));
    }

    private Channel open(Instant now) {
        return BlueskyFixture.channel(server.account(sandbox.url("bluesky")), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Predicate<SandboxRequest> calls(String method) {
        return request -> request.path().equals("/xrpc/" + method);
    }
}
