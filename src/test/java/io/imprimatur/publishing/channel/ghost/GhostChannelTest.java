package io.imprimatur.publishing.channel.ghost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.imprimatur.platform.Sha256;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ChannelContract;
import io.imprimatur.publishing.channel.ConnectionTest;
import io.imprimatur.publishing.channel.LiveComparison;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.Picture;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.Preview;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.Takedown;
import io.imprimatur.publishing.sandbox.Fault;
import io.imprimatur.publishing.sandbox.Sandbox;
import io.imprimatur.publishing.sandbox.SandboxGhost;
import io.imprimatur.publishing.sandbox.SandboxRequest;
import io.imprimatur.publishing.sandbox.Shelf;
import java.time.Clock;
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
import org.junit.jupiter.params.provider.ValueSource;

/** The contract on a fake, and what the channel makes of each fault at each step. */
class GhostChannelTest extends ChannelContract {
    private static final String POSTS = "/ghost/api/admin/posts/";
    private static final Predicate<SandboxRequest> LOOK =
            request -> request.line().equals("GET " + POSTS);
    private static final Predicate<SandboxRequest> UPLOAD =
            request -> request.line().equals("POST /ghost/api/admin/images/upload/");
    private static final Predicate<SandboxRequest> DRAFT =
            request -> request.line().equals("POST " + POSTS);
    private static final Predicate<SandboxRequest> MAKE_PUBLIC =
            request -> request.line().startsWith("PUT " + POSTS);
    private static final Predicate<SandboxRequest> DELETE =
            request -> request.line().startsWith("DELETE " + POSTS);

    private final Shelf posts = Shelf.inMemory();
    private final Shelf images = Shelf.inMemory();
    private final SandboxGhost site = new SandboxGhost(posts, images);
    private final Sandbox sandbox = Sandbox.of(site);
    private final List<SandboxRequest> requests = new CopyOnWriteArrayList<>();
    private final Channel channel;

    GhostChannelTest() {
        sandbox.onRequest(requests::add);
        channel = GhostFixture.channel(site.account(sandbox.url("ghost")));
    }

    @AfterEach
    void close() {
        sandbox.close();
        if (GhostSchemas.present()) {
            var schemas = new GhostSchemas();
            requests.forEach(schemas::check);
        }
        assertThat(requests).noneMatch(request -> request.query().containsKey("newsletter"));
    }

    @Override
    protected Channel channel() {
        return channel;
    }

    @Override
    protected int live(Post post) {
        return (int) site.inStatus("published").stream()
                .filter(live -> live.path("slug").asText().startsWith(post.key()))
                .count();
    }

    @Override
    protected void vandalise(Post post, String remoteId) {
        change(
                remoteId,
                stored -> stored.put(
                        "html",
                        stored.path("html").asText().replace("</p>", " <a href=\"https://spam.example\">x</a></p>")));
    }

    @Test
    void everyRequestIsAsGhostsOwnSchemasWantIt() {
        assumeTrue(GhostSchemas.present(), "Skipped: no schemas of Ghost at " + GhostSchemas.SPECS);
        published(channel.publish(post("Schema", "Schema.", picture("A picture"))));
        var schemas = new GhostSchemas();
        assertThat(requests.stream().filter(schemas::check)).hasSize(3);
        var draft = requests.stream().filter(DRAFT).findFirst().orElseThrow();
        var broken = draft.text().replace("\"draft\"", "\"hidden\"").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var request = new SandboxRequest(draft.baseUrl(), "POST", POSTS, draft.query(), draft.headers(), broken);
        assertThatThrownBy(() -> schemas.check(request)).isInstanceOf(AssertionError.class);
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
        var post = post("A draft", "A draft.");
        sandbox.next("ghost", fault, DRAFT);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.RetryLater.class);
        assertThat(live(post)).isZero();
        published(channel.publish(post));
        assertThat(live(post)).isEqualTo(1);
        assertThat(posts.all()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_ANSWER_AFTER_WRITE", "ERROR_AFTER_WRITE", "SILENCE_AFTER_WRITE"})
    void anAnswerThatIsLostAfterThePostWentLiveIsUnknownAndFound(Fault fault) {
        var post = post("Lost answer", "Lost answer.");
        sandbox.next("ghost", fault, MAKE_PUBLIC);
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
        sandbox.next("ghost", fault, MAKE_PUBLIC);
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
    void anImageWhoseAnswerWasLostIsUploadedAgainAndNoPageShowsTheFirst(Fault fault) {
        var post = post("Image", "Image.", picture("A picture"));
        sandbox.next("ghost", fault, UPLOAD);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.RetryLater.class);
        var published = published(channel.publish(post));
        assertThat(site.uploads()).isEqualTo(2);
        assertThat(site.posts().get(0).altTexts()).containsExactly("A picture");
        assertThat(read(post, published.remoteId()).views().get(0).images()).hasSize(1);
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
        for (var step : List.of(LOOK, UPLOAD, DRAFT, MAKE_PUBLIC)) {
            sandbox.next("ghost", fault, step);
            assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused(code));
            assertThat(live(post)).isZero();
        }
    }

    @Test
    void beingThrottledNamesThePauseThatTheSiteAskedFor() {
        var post = post("Throttled", "Throttled.", picture("A picture"));
        for (var step : List.of(LOOK, UPLOAD, DRAFT, MAKE_PUBLIC)) {
            sandbox.next("ghost", Fault.THROTTLED, step);
            assertThat(channel.publish(post))
                    .isEqualTo(new PublishResult.RetryLater("platform-throttles", Duration.ofMinutes(2)));
        }
        published(channel.publish(post));
    }

    @Test
    void aLookThatGetsNoAnswerProvesNothing() {
        sandbox.next("ghost", Fault.ERROR_BEFORE_WRITE, LOOK);
        assertThat(channel.find(post("No answer", "No answer."))).isInstanceOf(Lookup.Unavailable.class);
    }

    @Test
    void aSiteThatIsDownGotNothing() {
        sandbox.close();
        assertThat(channel.publish(post("Down", "Down.")))
                .isEqualTo(new PublishResult.RetryLater("platform-unreachable", null));
    }

    @Test
    void ofSeveralDraftsTheOneWithTheKeyItselfIsPublishedEveryTime() {
        var post = post("Drafts", "Drafts.");
        sandbox.next("ghost", Fault.LOST_BEFORE_WRITE, MAKE_PUBLIC);
        channel.publish(post);
        var first = site.inStatus("draft").get(0);
        var late = first.deepCopy();
        late.put("id", "0".repeat(24)).put("slug", post.key() + "-2");
        posts.put("0".repeat(24), late);
        assertThat(published(channel.publish(post)).remoteId())
                .isEqualTo(first.path("id").asText());
        assertThat(published(channel.publish(post)).remoteId())
                .isEqualTo(first.path("id").asText());
        assertThat(live(post)).isEqualTo(1);
    }

    @Test
    void aDraftThatChangedBetweenLookAndLastStepIsLookedAtAgain() {
        var post = post("Collision", "Collision.");
        sandbox.onRequest(request -> {
            if (MAKE_PUBLIC.test(request)
                    && requests.stream().filter(MAKE_PUBLIC).count() == 1) {
                change(idOf(request), draft -> draft.put("updated_at", "2030-01-01T00:00:00.000Z"));
            }
        });
        published(channel.publish(post));
        assertThat(requests).filteredOn(MAKE_PUBLIC).hasSize(2);
        assertThat(live(post)).isEqualTo(1);
    }

    @Test
    void aDraftThatSomebodyEditsMeanwhileIsNotMadePublic() {
        var post = post("Edited", "Edited.");
        sandbox.onRequest(request -> {
            if (MAKE_PUBLIC.test(request)) {
                change(idOf(request), draft -> draft.put("html", "<p>Buy now</p>")
                        .put("updated_at", "2030-01-01T00:00:00.000Z"));
            }
        });
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused("platform-changes-content"));
        assertThat(live(post)).isZero();
    }

    @Test
    void aDraftThatIsEditedAllTheTimeIsTriedLater() {
        var post = post("Busy", "Busy.");
        sandbox.onRequest(request -> {
            if (MAKE_PUBLIC.test(request)) {
                change(
                        idOf(request),
                        draft -> draft.put("updated_at", "2030-01-01T00:00:0" + requests.size() % 10 + "Z"));
            }
        });
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.RetryLater("changed-on-platform", null));
        assertThat(live(post)).isZero();
    }

    @Test
    void aTextThatTheSiteRewritesIsNotMadePublicAndTheAuthorIsTold() {
        var post = post("Rewritten", "See __GHOST_URL__ for more.");
        assertThat(channel.preview(post).remarks())
                .extracting(Preview.Remark::refused)
                .containsExactly(true);
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused("platform-changes-content"));
        assertThat(live(post)).isZero();
    }

    @Test
    void aTitleThatIsTooLongForGhostIsRefused() {
        var post = post("x".repeat(256), "Too long.");
        assertThat(channel.preview(post).counts()).anyMatch(Preview.Count::exceeded);
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused("platform-rejects-content"));
    }

    @ParameterizedTest
    @CsvSource({"status, scheduled", "status, sent", "visibility, members", "visibility, paid"})
    void aPostThatSomebodyTookFromReadersIsNeitherFoundNorSentAgain(String field, String value) {
        var post = post("Taken", "Taken.");
        var published = published(channel.publish(post));
        change(published.remoteId(), stored -> stored.put(field, value));
        assertThat(channel.find(post)).isEqualTo(new Lookup.Unclear("changed-on-platform"));
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused("changed-on-platform"));
        assertThat(channel.readBack(post, published.remoteId())).isInstanceOf(ReadBack.Missing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"feature_image", "custom_excerpt", "codeinjection_head", "codeinjection_foot"})
    void whatSomebodyAddedBesideTheTextIsADifference(String field) {
        var post = post("Added", "Added.");
        var published = published(channel.publish(post));
        change(published.remoteId(), stored -> stored.put(field, "something"));
        assertThat(LiveComparison.differences(channel.expected(post), read(post, published.remoteId())))
                .containsExactly("body");
    }

    @Test
    void anImageThatGhostCompressedIsComparedByTheOriginalBesideItAndPreservedAsShown() {
        var post = post("Compressed", "Compressed.", picture("A picture"));
        var published = published(channel.publish(post));
        var shown = "what readers get".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var stored = images.all().get(0);
        var name = imageName(published.remoteId());
        images.put(name.replace(".png", "_o.png"), stored);
        images.put(name, stored.deepCopy().put("bytes", shown));
        assertThat(read(post, published.remoteId()).views().get(0).images())
                .singleElement()
                .satisfies(image -> {
                    assertThat(image.sha256()).isEqualTo(Sha256.hex(PICTURE));
                    assertThat(image.picture()).extracting(Picture::bytes).isEqualTo(shown);
                });
    }

    @Test
    void anImageThatWasReplacedOrIsGoneIsADifference() {
        var post = post("Replaced", "Replaced.", picture("A picture"));
        var published = published(channel.publish(post));
        var name = imageName(published.remoteId());
        images.put(name, images.all().get(0).put("bytes", new byte[] {1}));
        assertThat(LiveComparison.differences(channel.expected(post), read(post, published.remoteId())))
                .containsExactly("images");
        images.remove(name);
        assertThat(LiveComparison.differences(channel.expected(post), read(post, published.remoteId())))
                .containsExactly("images");
    }

    @Test
    void anImageOfAnotherSiteIsNotFetched() {
        var post = post("Elsewhere", "Elsewhere.", picture("A picture"));
        var published = published(channel.publish(post));
        change(
                published.remoteId(),
                stored -> stored.put(
                        "html",
                        stored.path("html")
                                .asText()
                                .replaceFirst("src=\"[^\"]*\"", "src=\"http://127.0.0.1:1/secret.png\"")));
        assertThat(read(post, published.remoteId()).views().get(0).images())
                .singleElement()
                .satisfies(image -> {
                    assertThat(image.sha256()).isNull();
                    assertThat(image.picture()).isNull();
                });
    }

    @Test
    void aTakedownThatGotNoAnswerIsRepeatedUntilThePostIsGone() {
        var post = post("Down", "Down.");
        var id = published(channel.publish(post)).remoteId();
        sandbox.next("ghost", Fault.LOST_ANSWER_AFTER_WRITE, DELETE);
        assertThat(channel.withdraw(post, id)).isInstanceOf(Takedown.Unavailable.class);
        assertThat(channel.withdraw(post, id)).isEqualTo(new Takedown.Done());
        assertThat(posts.all()).as("no draft with a preview stays").isEmpty();
    }

    @Test
    void aDeletedPostIsGoneButAnAddressThatLeadsNowhereProvesNothing() {
        var id = "f".repeat(24);
        var post = post("Gone", "Gone.");
        assertThat(channel.readBack(post, id)).isInstanceOf(ReadBack.Missing.class);
        var fields = new TreeMap<>(site.account(sandbox.url("ghost")));
        fields.put("url", sandbox.url("ghost") + "/blog");
        var elsewhere = GhostFixture.channel(fields);
        assertThat(elsewhere.readBack(post, id)).isInstanceOf(ReadBack.Unavailable.class);
        assertThat(elsewhere.withdraw(post, id)).isEqualTo(new Takedown.Refused("api-not-found"));
    }

    @Test
    void aTokenIsMadeForEachCallByTheClock() {
        var late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6));
        var past = new SandboxGhost(Shelf.inMemory(), Shelf.inMemory(), late);
        try (var other = Sandbox.of(past)) {
            assertThat(GhostFixture.channel(past.account(other.url("ghost"))).testConnection())
                    .isEqualTo(new ConnectionTest.Unusable("credentials-refused"));
        }
    }

    @Test
    void aWrongKeyIsNamed() {
        GhostFixture.requireThatAWrongKeyIsNamed(sandbox.url("ghost"), post("Key", "Key."));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ERROR_BEFORE_WRITE", "THROTTLED"})
    void aPictureThatTheSiteCannotServeNowIsNoDifference(Fault fault) {
        var post = post("Not now", "Not now.", picture("A picture"));
        var published = published(channel.publish(post));
        sandbox.next("ghost", fault, request -> request.line().startsWith("GET /content/images/"));
        assertThat(channel.readBack(post, published.remoteId())).isInstanceOf(ReadBack.Unavailable.class);
    }

    private ReadBack.Read read(Post post, String id) {
        return (ReadBack.Read) channel.readBack(post, id);
    }

    private String imageName(String id) {
        var source = posts.get(id).orElseThrow().path("html").asText().replaceFirst("(?s).*src=\"([^\"]*)\".*", "$1");
        return source.substring(source.lastIndexOf('/') + 1);
    }

    private static String idOf(SandboxRequest request) {
        return request.path().substring(POSTS.length()).replace("/", "");
    }

    private void change(String id, Consumer<ObjectNode> how) {
        var stored = posts.get(id).orElseThrow();
        how.accept(stored);
        posts.put(id, stored);
    }
}
