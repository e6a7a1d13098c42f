package io.imprimatur.publishing.channel.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ChannelContract;
import io.imprimatur.publishing.channel.ConnectionTest;
import io.imprimatur.publishing.channel.LiveComparison;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.PublishedContracts;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.Takedown;
import io.imprimatur.publishing.sandbox.Fault;
import io.imprimatur.publishing.sandbox.Sandbox;
import io.imprimatur.publishing.sandbox.SandboxMastodon;
import io.imprimatur.publishing.sandbox.SandboxRequest;
import io.imprimatur.publishing.sandbox.Shelf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
class MastodonChannelTest extends ChannelContract {
    private static final Predicate<SandboxRequest> LIMITS =
            request -> request.line().equals("GET /api/v2/instance");
    private static final Predicate<SandboxRequest> WHO =
            request -> request.line().equals("GET /api/v1/accounts/verify_credentials");
    private static final Predicate<SandboxRequest> LOOK =
            request -> request.line().matches("GET /api/v1/accounts/\\d+/statuses");
    private static final Predicate<SandboxRequest> UPLOAD =
            request -> request.line().equals("POST /api/v2/media");
    private static final Predicate<SandboxRequest> WAIT =
            request -> request.line().matches("GET /api/v1/media/\\d+");
    private static final Predicate<SandboxRequest> MAKE_PUBLIC =
            request -> request.line().equals("POST /api/v1/statuses");
    private static final List<Predicate<SandboxRequest>> STEPS = List.of(LIMITS, WHO, LOOK, UPLOAD, WAIT, MAKE_PUBLIC);

    private final Shelf statuses = Shelf.inMemory();
    private final Shelf media = Shelf.inMemory();
    private final SandboxMastodon instance = new SandboxMastodon(statuses, media, 700);
    private final Sandbox sandbox = Sandbox.of(instance);
    private final List<SandboxRequest> requests = new CopyOnWriteArrayList<>();
    private final Channel channel;

    MastodonChannelTest() {
        sandbox.onRequest(requests::add);
        channel = MastodonFixture.channel(instance.account(sandbox.url("mastodon")));
        channel.testConnection();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @AfterEach
    void everyRequestIsAllowedByThePublishedContract() {
        if (PublishedContracts.present(MastodonContract.FILE)) {
            var contract = MastodonContract.published();
            var violations = new ArrayList<String>();
            requests.stream()
                    .filter(request -> request.path().startsWith("/api/"))
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
        return (int) instance.posts().stream()
                .filter(live -> live.text().equals(post.wholeText()))
                .count();
    }

    @Override
    protected void vandalise(Post post, String remoteId) {
        instance.vandalise(remoteId);
    }

    @Override
    protected boolean keepsImages() {
        return false;
    }

    @Override
    protected boolean marks() {
        return false;
    }

    @Test
    void requestsAreValidatedAgainstThePublishedContract() {
        PublishedContracts.assumePresent(MastodonContract.FILE);
        published(channel.publish(post("Validated", "Validated.", picture("A picture"))));
        assertThat(requests).anyMatch(MAKE_PUBLIC).anyMatch(UPLOAD);
        assertThat(MastodonContract.published().violations(requests.get(0))).isEmpty();
    }

    @Test
    void saysAllThatTheAccountsPreferencesWouldDecideOtherwise() {
        var fields = new TreeMap<>(instance.account(sandbox.url("mastodon")));
        fields.put("language", "de");
        published(MastodonFixture.channel(fields).publish(post("Sprache", "Deutsch.")));
        var sent =
                requests.stream().filter(MAKE_PUBLIC).findFirst().orElseThrow().json();
        assertThat(sent.path("visibility").asText()).isEqualTo("public");
        assertThat(sent.path("sensitive").asBoolean(true)).isFalse();
        assertThat(sent.path("language").asText()).isEqualTo("de");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_ANSWER_AFTER_WRITE", "ERROR_AFTER_WRITE", "SILENCE_AFTER_WRITE"})
    void anAnswerThatIsLostAfterThePostWentLiveIsUnknownAndFound(Fault fault) {
        var post = post("Lost answer", "Lost answer.");
        sandbox.next("mastodon", fault, MAKE_PUBLIC);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.Unknown.class);
        assertThat(channel.find(post)).isInstanceOf(Lookup.Found.class);
        assertThat(live(post)).isEqualTo(1);
        assertThat(requests).filteredOn(MAKE_PUBLIC).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_BEFORE_WRITE", "ERROR_BEFORE_WRITE", "NOT_JSON"})
    void aCallThatIsLostBeforeThePostWentLiveIsUnknownAndProvenAbsent(Fault fault) {
        var post = post("Lost call", "Lost call.");
        sandbox.next("mastodon", fault, MAKE_PUBLIC);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.Unknown.class);
        assertThat(channel.find(post)).isInstanceOf(Lookup.Absent.class);
        published(channel.publish(post));
        assertThat(live(post)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ERROR_AFTER_WRITE", "ERROR_BEFORE_WRITE", "NOT_JSON"})
    void aFaultAtAnyStepBeforeThePostLeavesNothingPublicAndTheNextTryPublishesOnce(Fault fault) {
        var post = post("A fault", "A fault.", picture("A picture"));
        for (var step : List.of(WHO, LOOK, UPLOAD, WAIT)) {
            sandbox.next("mastodon", fault, step);
            assertThat(channel.publish(post)).isInstanceOf(PublishResult.RetryLater.class);
            assertThat(live(post)).isZero();
        }
        published(channel.publish(post));
        assertThat(live(post)).isEqualTo(1);
    }

    @Test
    void anUploadWhoseAnswerIsLostIsDoneAgain() {
        var post = post("A fault", "A fault.", picture("A picture"));
        sandbox.next("mastodon", Fault.LOST_ANSWER_AFTER_WRITE, UPLOAD);
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.RetryLater("no-answer", null));
        published(channel.publish(post));
        assertThat(live(post)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED, credentials-refused",
        "EXPIRED_TOKEN, credentials-refused",
        "FORBIDDEN, account-not-allowed",
        "TOO_LARGE, too-large-for-platform"
    })
    void aRefusalAtAnyStepIsFinalAndNothingIsPublic(Fault fault, String code) {
        var post = post("Refused", "Refused.", picture("A picture"));
        for (var step : List.of(WHO, LOOK, UPLOAD, WAIT, MAKE_PUBLIC)) {
            sandbox.next("mastodon", fault, step);
            assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused(code));
            assertThat(live(post)).isZero();
        }
    }

    @Test
    void beingThrottledNamesThePauseUntilTheLimitIsReset() {
        var post = post("Throttled", "Throttled.", picture("A picture"));
        var unheard = MastodonFixture.channel(instance.account(sandbox.url("mastodon")));
        for (var step : STEPS) {
            sandbox.next("mastodon", Fault.THROTTLED, step);
            assertThat(unheard.publish(post)).isInstanceOfSatisfying(PublishResult.RetryLater.class, later -> {
                assertThat(later.code()).isEqualTo("platform-throttles");
                assertThat(later.pause()).isBetween(Duration.ofSeconds(115), Duration.ofSeconds(125));
            });
        }
        published(unheard.publish(post));
    }

    @Test
    void anInstanceThatIsDownGotNothing() {
        sandbox.close();
        assertThat(channel.publish(post("Down", "Down.")))
                .isEqualTo(new PublishResult.RetryLater("platform-unreachable", null));
    }

    @Test
    void aLookThatGetsNoAnswerProvesNothing() {
        var post = post("No answer", "No answer.");
        for (var step : List.of(WHO, LOOK)) {
            sandbox.next("mastodon", Fault.ERROR_BEFORE_WRITE, step);
            assertThat(channel.find(post)).isEqualTo(new Lookup.Unavailable("platform-error", null));
        }
    }

    @Test
    void aPostThatIsLiveIsNotSentAgainWhenTheInstanceHasForgottenTheKey() {
        var post = post("Tomorrow", "Tomorrow.");
        var first = published(channel.publish(post));
        change(
                first.remoteId(),
                status -> status.put(
                        "created_at", Instant.now().minus(Duration.ofDays(2)).toString()));
        assertThat(channel.publish(post)).isEqualTo(first);
        assertThat(live(post)).isEqualTo(1);
    }

    @Test
    void theSameTextOfAnOlderPieceIsNotTakenForThisOne() {
        var older = post("Closed on Monday", "We are closed.");
        var first = published(channel.publish(older));
        change(
                first.remoteId(),
                status -> status.put(
                        "created_at", Instant.now().minus(Duration.ofDays(30)).toString()));
        var again = since(post("Closed on Monday", "We are closed."), Instant.now());
        assertThat(channel.find(again)).isInstanceOf(Lookup.Absent.class);
        assertThat(published(channel.publish(again)).remoteId()).isNotEqualTo(first.remoteId());
        assertThat(live(again)).isEqualTo(2);
    }

    @Test
    void looksThroughAllPagesAndSaysWhenThereAreTooMany() {
        var wanted = post("The first of many", "The first.");
        var first = published(channel.publish(wanted));
        for (int i = 0; i < 390; i++) {
            another(first.remoteId(), "Another " + i);
        }
        assertThat(channel.find(wanted)).isEqualTo(new Lookup.Found(first.remoteId(), first.url()));
        for (int i = 0; i < 10; i++) {
            another(first.remoteId(), "Yet another " + i);
        }
        assertThat(channel.find(wanted)).isEqualTo(new Lookup.Unclear("too-many-posts-to-look"));
        assertThat(channel.find(since(wanted, Instant.now().plus(Duration.ofHours(1)))))
                .isInstanceOf(Lookup.Absent.class);
    }

    @Test
    void anImageThatIsNeverReadyEndsTheAttemptWithNothingPublic() {
        var post = post("Slow image", "Slow image.", picture("A picture"));
        sandbox.onRequest(request -> {
            if (WAIT.test(request)) {
                media.all().forEach(image -> media.put(image.path("id").asText(), image.put("looks", 0)));
            }
        });
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.RetryLater("image-not-ready", null));
        assertThat(live(post)).isZero();
    }

    @Test
    void whatTheInstanceWouldNotTakeIsRefusedBeforeAnythingIsSent() {
        var tooLong = post("Long", "word ".repeat(150));
        assertThat(channel.publish(tooLong)).isEqualTo(new PublishResult.Refused("too-long-for-platform"));
        var image = picture("A picture");
        assertThat(channel.publish(post("Images", "Images.", image, image, image, image, image)))
                .isEqualTo(new PublishResult.Refused("too-many-images"));
        assertThat(channel.publish(post("Alt", "Alt.", picture("a".repeat(1501)))))
                .isEqualTo(new PublishResult.Refused("alt-text-too-long"));
        assertThat(requests).noneMatch(UPLOAD).noneMatch(MAKE_PUBLIC);
    }

    @Test
    void takesWhatTheInstanceTakesBeyondTheUsual() {
        assertThat(channel.info().maxBody()).isEqualTo(700);
        published(channel.publish(post("Long", "word ".repeat(120))));
        var unheard = MastodonFixture.channel(instance.account(sandbox.url("mastodon")));
        assertThat(unheard.info().maxBody()).isEqualTo(500);
    }

    @Test
    void anInstanceThatDoesNotSayItsLimitsGetsNothingYet() {
        var unheard = MastodonFixture.channel(instance.account(sandbox.url("mastodon")));
        sandbox.next("mastodon", Fault.ERROR_BEFORE_WRITE, LIMITS);
        assertThat(unheard.publish(post("Limits", "Limits.")))
                .isEqualTo(new PublishResult.RetryLater("platform-error", null));
    }

    @Test
    void aRefusalOfTheTextIsTold() {
        var other = new SandboxMastodon(statuses, media, 10);
        try (var strict = Sandbox.of(other)) {
            var unaware = MastodonFixture.channel(other.account(strict.url("mastodon")));
            strict.next("mastodon", Fault.NOT_JSON, LIMITS);
            assertThat(unaware.publish(post("Longer than ten", "x"))).isInstanceOf(PublishResult.RetryLater.class);
            assertThat(unaware.publish(post("Longer than ten", "x")))
                    .isEqualTo(new PublishResult.Refused("too-long-for-platform"));
        }
    }

    @Test
    void aDeletedPostIsGoneButAnAddressThatLeadsNowhereProvesNothing() {
        var gone = post("Gone", "Gone.");
        assertThat(channel.readBack(gone, "987654")).isInstanceOf(ReadBack.Missing.class);
        assertThat(channel.withdraw(gone, "987654")).isEqualTo(new Takedown.Done());
        var fields = new TreeMap<>(instance.account(sandbox.url("mastodon")));
        fields.put("instance", sandbox.url("mastodon") + "/elsewhere");
        var elsewhere = MastodonFixture.channel(fields);
        assertThat(elsewhere.readBack(gone, "1")).isEqualTo(new ReadBack.Unavailable("api-not-found", null));
        assertThat(elsewhere.withdraw(gone, "1")).isEqualTo(new Takedown.Refused("api-not-found"));
        requests.clear();
    }

    @Test
    void aTakedownWithoutAnswerIsNotDone() {
        var post = post("Down", "Down.");
        var id = published(channel.publish(post)).remoteId();
        sandbox.next("mastodon", Fault.ERROR_BEFORE_WRITE, request -> request.method()
                .equals("DELETE"));
        assertThat(channel.withdraw(post, id)).isEqualTo(new Takedown.Unavailable("platform-error", null));
        sandbox.next("mastodon", Fault.FORBIDDEN, request -> request.method().equals("DELETE"));
        assertThat(channel.withdraw(post, id)).isEqualTo(new Takedown.Refused("account-not-allowed"));
        assertThat(live(post)).isEqualTo(1);
    }

    @Test
    void aPostThatOnlyFollowersSeeIsNotPublic() {
        var post = post("Hidden", "Hidden.");
        var id = published(channel.publish(post)).remoteId();
        change(id, status -> status.put("visibility", "private"));
        assertThat(channel.readBack(post, id)).isInstanceOf(ReadBack.Missing.class);
    }

    @Test
    void anAddedContentWarningAndAChangedAlternativeTextAreDifferences() {
        var post = post("Changed", "Changed.", picture("A picture"));
        var id = published(channel.publish(post)).remoteId();
        change(id, status -> status.put("spoiler_text", "Careful"));
        assertThat(differences(post, id)).containsExactly("title");
        change(id, status -> {
            status.put("spoiler_text", "");
            ((ObjectNode) status.path("media_attachments").path(0)).put("description", "Another");
        });
        assertThat(differences(post, id)).containsExactly("images");
    }

    @Test
    void keepsWhatReadersSeeOfAnImage() {
        var post = post("Evidence", "Evidence.", picture("A picture"));
        var id = published(channel.publish(post)).remoteId();
        var read = (ReadBack.Read) channel.readBack(post, id);
        assertThat(read.views().get(1).images().get(0).picture()).satisfies(picture -> {
            assertThat(picture.type()).isEqualTo("image/png");
            assertThat(picture.bytes()).startsWith(PICTURE);
        });
        media.all().forEach(image -> media.remove(image.path("id").asText()));
        assertThat(differences(post, id)).containsExactly("images");
    }

    @Test
    void aWrongTokenIsNamed() {
        var wrong = MastodonFixture.channel(Map.of("instance", sandbox.url("mastodon"), "access-token", "wrong"));
        assertThat(wrong.testConnection()).isEqualTo(new ConnectionTest.Unusable("credentials-refused"));
        assertThat(wrong.find(post("Token", "Token."))).isEqualTo(new Lookup.Unavailable("credentials-refused", null));
    }

    private java.util.Set<String> differences(Post post, String id) {
        return LiveComparison.differences(channel.expected(post), (ReadBack.Read) channel.readBack(post, id));
    }

    private void another(String like, String text) {
        var id = String.valueOf(109_000_000_000_000_000L + statuses.nextId());
        statuses.put(
                id,
                statuses.get(like)
                        .orElseThrow()
                        .put("id", id)
                        .put("key", "")
                        .put("text", text)
                        .put("content", "<p>" + text + "</p>"));
    }

    private void change(String id, Consumer<ObjectNode> how) {
        var stored = statuses.get(id).orElseThrow();
        how.accept(stored);
        statuses.put(id, stored);
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
