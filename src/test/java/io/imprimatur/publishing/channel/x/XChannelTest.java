package io.imprimatur.publishing.channel.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imprimatur.platform.Sha256;
import io.imprimatur.publishing.channel.AccountFixture;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ChannelContract;
import io.imprimatur.publishing.channel.ConnectionTest;
import io.imprimatur.publishing.channel.LiveComparison;
import io.imprimatur.publishing.channel.LivePost;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.Preview;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.Takedown;
import io.imprimatur.publishing.sandbox.Fault;
import io.imprimatur.publishing.sandbox.Sandbox;
import io.imprimatur.publishing.sandbox.SandboxRequest;
import io.imprimatur.publishing.sandbox.SandboxX;
import io.imprimatur.publishing.sandbox.Shelf;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract on a fake, and what the channel makes of each fault at each step. */
class XChannelTest extends ChannelContract {
    private static final Predicate<SandboxRequest> ME = is("GET /2/users/me");
    private static final Predicate<SandboxRequest> LOOK = is("GET /2/users/\\d+/tweets");
    private static final Predicate<SandboxRequest> BEGIN = is("POST /2/media/upload/initialize");
    private static final Predicate<SandboxRequest> APPEND = is("POST /2/media/upload/\\d+/append");
    private static final Predicate<SandboxRequest> FINISH = is("POST /2/media/upload/\\d+/finalize");
    private static final Predicate<SandboxRequest> STATUS = is("GET /2/media/upload");
    private static final Predicate<SandboxRequest> DESCRIBE = is("POST /2/media/metadata");
    private static final Predicate<SandboxRequest> CREATE = is("POST /2/tweets");
    private static final Predicate<SandboxRequest> READ = is("GET /2/tweets/\\d+");
    private static final Predicate<SandboxRequest> DELETE = is("DELETE .*");
    private static final Predicate<SandboxRequest> FILE = is("GET /media/.*");
    private static final List<Predicate<SandboxRequest>> UPLOAD = List.of(BEGIN, APPEND, FINISH, DESCRIBE);

    private final Shelf posts = Shelf.inMemory();
    private final SandboxX x = new SandboxX(posts, Shelf.inMemory());
    private final Sandbox sandbox = Sandbox.of(x);
    private final List<SandboxRequest> requests = new CopyOnWriteArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final Channel channel;

    XChannelTest() {
        sandbox.onRequest(requests::add);
        channel = XFixture.channel(x.account(sandbox.url("x")), Clock.systemUTC(), pauses::add);
    }

    @AfterEach
    void everyRequestIsAsXDescribesThem() {
        sandbox.close();
        if (XOpenApi.available()) {
            var api = XOpenApi.published();
            assertThat(requests)
                    .filteredOn(FILE.negate())
                    .flatExtracting(api::problems)
                    .isEmpty();
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

    /** X refuses the second of two equal texts, but does not promise to when both come at once. */
    @Override
    protected boolean atomic() {
        return false;
    }

    @Override
    protected int live(Post post) {
        return (int) posts.all().stream()
                .filter(live -> live.path("raw").asText().equals(post.wholeText()))
                .count();
    }

    @Override
    protected void vandalise(Post post, String remoteId) {
        x.vandalise(remoteId);
    }

    @Test
    void theDescriptionIsThere() {
        assumeTrue(XOpenApi.available(), "No " + XOpenApi.PUBLISHED + ": requests are not checked by it");
        published(channel.publish(post("Description", "Description.", picture("A picture"))));
        var api = XOpenApi.published();
        var create = requests.stream().filter(CREATE).findFirst().orElseThrow();
        var wrong = new SandboxRequest(
                create.baseUrl(),
                "POST",
                create.path(),
                create.query(),
                create.headers(),
                "{\"txt\":1}".getBytes(StandardCharsets.UTF_8));
        assertThat(api.problems(wrong)).isNotEmpty();
        var look = requests.stream().filter(LOOK).findFirst().orElseThrow();
        var query = new TreeMap<>(look.query());
        query.put("max_results", "101");
        query.put("tweet.fields", "text");
        assertThat(api.problems(
                        new SandboxRequest(look.baseUrl(), "GET", look.path(), query, look.headers(), new byte[0])))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_ANSWER_AFTER_WRITE", "ERROR_AFTER_WRITE", "SILENCE_AFTER_WRITE"})
    void anAnswerThatIsLostAfterThePostWentLiveIsUnknownAndFound(Fault fault) {
        var post = post("Lost answer", "Lost answer.");
        sandbox.next("x", fault, CREATE);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.Unknown.class);
        assertThat(channel.find(post)).isInstanceOf(Lookup.Found.class);
        assertThat(live(post)).isEqualTo(1);
        assertThat(requests).filteredOn(CREATE).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_BEFORE_WRITE", "ERROR_BEFORE_WRITE", "NOT_JSON"})
    void aCallThatIsLostBeforeThePostWentLiveIsUnknownAndAPersonsToSettle(Fault fault) {
        var post = post("Lost call", "Lost call.");
        sandbox.next("x", fault, CREATE);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.Unknown.class);
        assertThat(channel.find(post)).isEqualTo(new Lookup.Unclear("absence-not-proven"));
        published(channel.publish(post));
        assertThat(live(post)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_ANSWER_AFTER_WRITE", "ERROR_AFTER_WRITE", "LOST_BEFORE_WRITE", "ERROR_BEFORE_WRITE"})
    void aFaultWhileAnImageIsUploadedLeavesNothingPublic(Fault fault) {
        var post = post("Upload", "Upload.", picture("A picture"));
        for (var step : UPLOAD) {
            sandbox.next("x", fault, step);
            assertThat(channel.publish(post)).isInstanceOf(PublishResult.RetryLater.class);
            assertThat(requests).noneMatch(CREATE);
        }
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
        var steps = new ArrayList<>(List.of(ME, LOOK, CREATE));
        steps.addAll(UPLOAD);
        for (var step : steps) {
            sandbox.next("x", fault, step);
            assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused(code));
            assertThat(live(post)).isZero();
        }
    }

    @Test
    void beingThrottledNamesThePauseThatXAskedFor() {
        var post = post("Throttled", "Throttled.", picture("A picture"));
        var steps = new ArrayList<>(List.of(ME, LOOK, CREATE));
        steps.addAll(UPLOAD);
        for (var step : steps) {
            sandbox.next("x", Fault.THROTTLED, step);
            assertThat(channel.publish(post)).isInstanceOfSatisfying(PublishResult.RetryLater.class, later -> {
                assertThat(later.code()).isEqualTo("platform-throttles");
                assertThat(later.pause()).isBetween(Duration.ofSeconds(110), Duration.ofSeconds(120));
            });
        }
        published(channel.publish(post));
    }

    @Test
    void aDuplicateAfterALostAnswerIsConfirmedByReading() {
        var post = post("Duplicate", "Duplicate.");
        sandbox.next("x", Fault.LOST_ANSWER_AFTER_WRITE, CREATE);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.Unknown.class);
        x.listLate(true);
        var refused = new AtomicBoolean();
        sandbox.onRequest(request -> {
            if (CREATE.test(request)) {
                refused.set(true);
                x.listLate(false);
            }
        });
        published(channel.publish(post));
        assertThat(refused).isTrue();
        assertThat(live(post)).isEqualTo(1);
    }

    @Test
    void aDuplicateThatIsNotListedIsARefusal() {
        sandbox.next("x", Fault.DUPLICATE, CREATE);
        assertThat(channel.publish(post("Duplicate", "Duplicate.")))
                .isEqualTo(new PublishResult.Refused("platform-has-duplicate"));
    }

    @Test
    void aDuplicateThatCannotBeLookedForIsUnknown() {
        var post = post("Duplicate", "Duplicate.");
        sandbox.next("x", Fault.DUPLICATE, CREATE);
        sandbox.onRequest(request -> {
            if (CREATE.test(request)) {
                sandbox.next("x", Fault.ERROR_BEFORE_WRITE, LOOK);
            }
        });
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.Unknown("platform-has-duplicate"));
    }

    @Test
    void aListingThatIsLateProvesNothing() {
        var post = post("Late", "Late.");
        published(channel.publish(post));
        x.listLate(true);
        assertThat(channel.find(post)).isEqualTo(new Lookup.Unclear("absence-not-proven"));
    }

    @Test
    void aLookThatGetsNoAnswerProvesNothing() {
        for (var step : List.of(ME, LOOK)) {
            sandbox.next("x", Fault.ERROR_BEFORE_WRITE, step);
            assertThat(channel.find(post("No answer", "No answer."))).isInstanceOf(Lookup.Unavailable.class);
        }
    }

    @Test
    void looksThroughSeveralPagesOfTheListing() {
        var post = post("Pages", "Pages.");
        var id = published(channel.publish(post)).remoteId();
        for (int i = 0; i < 120; i++) {
            var other = posts.get(id).orElseThrow();
            posts.put("1" + i, other.put("id", "1" + i).put("raw", "Another " + i));
        }
        assertThat(channel.find(post)).isInstanceOfSatisfying(Lookup.Found.class, found -> assertThat(found.remoteId())
                .isEqualTo(id));
        assertThat(requests).filteredOn(LOOK).hasSize(3);
    }

    @Test
    void anEqualTextOfLongAgoIsAnotherPost() {
        var post = post("Long ago", "Closed today.");
        var id = published(channel.publish(post)).remoteId();
        posts.put(
                id,
                posts.get(id)
                        .orElseThrow()
                        .put(
                                "created_at",
                                Instant.now().minus(Duration.ofDays(8)).toString()));
        assertThat(channel.find(post)).isInstanceOf(Lookup.Unclear.class);
    }

    @Test
    void asksOnceWhoseAccountItIs() {
        published(channel.publish(post("One", "One.")));
        published(channel.publish(post("Two", "Two.")));
        assertThat(requests).filteredOn(ME).hasSize(1);
    }

    @Test
    void waitsUntilAnImageIsProcessed() {
        x.processImages(3);
        var post = post("Processed", "Processed.", picture("A picture"));
        published(channel.publish(post));
        assertThat(pauses).isNotEmpty().allSatisfy(pause -> assertThat(pause).isEqualTo(Duration.ofSeconds(1)));
        assertThat(requests).filteredOn(STATUS).hasSameSizeAs(pauses);
    }

    @Test
    void doesNotWaitForAnImageForEver() {
        x.processImages(1_000);
        var post = post("Processing", "Processing.", picture("A picture"));
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.RetryLater("image-not-ready", null));
        assertThat(live(post)).isZero();
    }

    @Test
    void sendsALargeImageInSegments() {
        var bytes = new byte[2_500_000];
        System.arraycopy(PICTURE, 0, bytes, 0, PICTURE.length);
        var image = new Post.Image(stored(bytes), "image/png", 2, 1, Sha256.hex(bytes), "Large", () -> bytes);
        published(channel.publish(post("Large", "Large.", image)));
        assertThat(requests).filteredOn(APPEND).hasSize(3);
    }

    @Test
    void whatXWouldCutIsRefusedBeforeAnythingIsSent() {
        assertThat(channel.publish(post("Long", "x".repeat(270))))
                .isEqualTo(new PublishResult.Refused("too-long-for-platform"));
        assertThat(channel.publish(post("Odd", "x\ufeffx")))
                .isEqualTo(new PublishResult.Refused("character-not-allowed"));
        var five = new Post.Image[] {picture("1"), picture("2"), picture("3"), picture("4"), picture("5")};
        assertThat(channel.publish(post("Five", "Five.", five)))
                .isEqualTo(new PublishResult.Refused("too-many-images"));
        assertThat(channel.publish(post("Described", "Described.", picture("x".repeat(1_001)))))
                .isEqualTo(new PublishResult.Refused("alt-text-too-long"));
        var bytes = new byte[5 * 1024 * 1024 + 1];
        var large = new Post.Image(stored(bytes), "image/png", 9, 9, Sha256.hex(bytes), "Large", () -> bytes);
        assertThat(channel.publish(post("Large", "Large.", large)))
                .isEqualTo(new PublishResult.Refused("image-too-large"));
        assertThat(requests).isEmpty();
    }

    @Test
    void previewWarnsOfNamesThatXTakesForAddresses() {
        var preview = channel.preview(post("Talk", "Dr.Li speaks. See example.org too."));
        assertThat(preview.remarks())
                .extracting(Preview.Remark::code)
                .containsExactly("becomes-link", "becomes-link", "link-cut-short");
        assertThat(preview.remarks()).noneMatch(Preview.Remark::refused);
        assertThat(preview.remarks().get(0).sentence()).contains("“Dr.Li”");
        assertThat(preview.entities())
                .extracting(entity -> preview.text().substring(entity.start(), entity.end()))
                .contains("Dr.Li", "example.org");
    }

    @Test
    void aNameThatBecameALinkIsNoDifference() {
        var post = post("Talk", "Dr.Li speaks. See Example.org/ too.");
        var id = published(channel.publish(post)).remoteId();
        assertThat(differences(post, id)).isEmpty();
        assertThat(channel.find(post)).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void previewShowsHowImagesAreCut() {
        assertThat(channel.preview(post("One", "One.", picture("1"))).crops()).containsExactly(Preview.Crop.none());
        assertThat(channel.preview(post("Two", "Two.", picture("1"), picture("2")))
                        .crops())
                .containsOnly(new Preview.Crop(7.0 / 8, 7.0 / 8));
        assertThat(channel.preview(post("Three", "Three.", picture("1"), picture("2"), picture("3")))
                        .crops())
                .containsExactly(
                        new Preview.Crop(7.0 / 8, 7.0 / 8),
                        new Preview.Crop(7.0 / 4, 7.0 / 4),
                        new Preview.Crop(7.0 / 4, 7.0 / 4));
        var tall = new Post.Image(stored(PICTURE), "image/png", 10, 100, Sha256.hex(PICTURE), "Tall", () -> PICTURE);
        assertThat(channel.preview(post("Tall", "Tall.", tall)).crops()).containsExactly(new Preview.Crop(0.75, 0.75));
    }

    @Test
    void readsTheImagesThatReadersGet() {
        var post = post("Image", "Image.", picture("A picture"));
        var id = published(channel.publish(post)).remoteId();
        assertThat(channel.readBack(post, id)).isInstanceOfSatisfying(ReadBack.Read.class, read -> assertThat(
                        read.views().get(0).images())
                .singleElement()
                .extracting(LivePost.Image::picture)
                .satisfies(picture -> assertThat(picture.type()).isEqualTo("image/jpeg")));
        sandbox.next("x", Fault.ERROR_BEFORE_WRITE, FILE);
        assertThat(channel.readBack(post, id)).isInstanceOf(ReadBack.Unavailable.class);
        sandbox.next("x", Fault.ERROR_BEFORE_WRITE, READ);
        assertThat(channel.readBack(post, id)).isInstanceOf(ReadBack.Unavailable.class);
    }

    @Test
    void aTakedownThatGetsNoAnswerIsNotDone() {
        var post = post("Down", "Down.");
        var id = published(channel.publish(post)).remoteId();
        sandbox.next("x", Fault.LOST_BEFORE_WRITE, DELETE);
        assertThat(channel.withdraw(post, id)).isInstanceOf(Takedown.Unavailable.class);
        sandbox.next("x", Fault.FORBIDDEN, DELETE);
        assertThat(channel.withdraw(post, id)).isEqualTo(new Takedown.Refused("account-not-allowed"));
        sandbox.next("x", Fault.NOT_JSON, DELETE);
        assertThat(channel.withdraw(post, id)).isInstanceOf(Takedown.Unavailable.class);
        sandbox.next("x", Fault.LOST_ANSWER_AFTER_WRITE, DELETE);
        assertThat(channel.withdraw(post, id)).isInstanceOf(Takedown.Unavailable.class);
        assertThat(channel.withdraw(post, id)).isEqualTo(new Takedown.Done());
    }

    @Test
    void aRefusedTokenIsNamed() {
        var fields = new TreeMap<>(x.account(sandbox.url("x")));
        fields.put("access-token", "another");
        var wrong = XFixture.channel(fields);
        assertThat(wrong.testConnection()).isEqualTo(new ConnectionTest.Unusable("credentials-refused"));
        assertThat(wrong.publish(post("Token", "Token."))).isEqualTo(new PublishResult.Refused("credentials-refused"));
        fields.remove("access-token");
        assertThat(XFixture.channel(fields).testConnection())
                .isEqualTo(new ConnectionTest.Unusable("account-incomplete"));
    }

    @Test
    void asksForAccessWhereXGrantsIt() {
        var terms = XFixture.platform(Clock.systemUTC(), time -> {}).oauth().orElseThrow();
        var account = new AccountFixture("x", new TreeMap<>());
        assertThat(terms.authorize().apply(account)).isEqualTo("https://x.com/i/oauth2/authorize");
        assertThat(terms.token().apply(account)).isEqualTo("https://api.x.com/2/oauth2/token");
        assertThat(terms.scopes()).contains("offline.access", "media.write");
        assertThat(terms.pkce() && terms.basic()).isTrue();
    }

    private static Predicate<SandboxRequest> is(String line) {
        var pattern = Pattern.compile(line);
        return request -> pattern.matcher(request.line()).matches();
    }

    private Set<String> differences(Post post, String id) {
        var read = (ReadBack.Read) channel.readBack(post, id);
        return LiveComparison.differences(channel.expected(post), read);
    }
}
