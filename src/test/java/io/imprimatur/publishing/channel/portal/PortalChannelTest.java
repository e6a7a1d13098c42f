package io.imprimatur.publishing.channel.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.imprimatur.platform.Sha256;
import io.imprimatur.publishing.channel.AccountUnusable;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ChannelContract;
import io.imprimatur.publishing.channel.ConnectionTest;
import io.imprimatur.publishing.channel.LiveComparison;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.Takedown;
import io.imprimatur.publishing.sandbox.Fault;
import io.imprimatur.publishing.sandbox.Sandbox;
import io.imprimatur.publishing.sandbox.SandboxAnswer;
import io.imprimatur.publishing.sandbox.SandboxPortal;
import io.imprimatur.publishing.sandbox.SandboxRequest;
import io.imprimatur.publishing.sandbox.Shelf;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
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
class PortalChannelTest extends ChannelContract {
    private static final PortalFixture PORTAL = new PortalFixture();
    private static final Predicate<SandboxRequest> LOOK =
            request -> request.line().equals("GET /Communication");
    private static final Predicate<SandboxRequest> CREATE =
            request -> request.line().equals("POST /Communication");
    private static final Predicate<SandboxRequest> UPDATE =
            request -> request.line().startsWith("PUT /Communication/");
    private static final Predicate<SandboxRequest> DELETE =
            request -> request.line().startsWith("DELETE /Communication/");

    private final Shelf messages = Shelf.inMemory();
    private final OtherServer server = new OtherServer(new SandboxPortal(messages));
    private final Sandbox sandbox = Sandbox.of(server);
    private final List<SandboxRequest> requests = new CopyOnWriteArrayList<>();
    private final Channel channel;

    PortalChannelTest() {
        sandbox.onRequest(requests::add);
        channel = channel(account());
    }

    @AfterEach
    void close() {
        sandbox.close();
        if (FhirStructure.present()) {
            var structure = FhirStructure.of("Communication");
            assertThat(requests).filteredOn(CREATE.or(UPDATE)).allSatisfy(request -> assertThat(
                            structure.faults(request.json()))
                    .isEmpty());
        }
        assertThat(requests).filteredOn(CREATE).allSatisfy(request -> assertThat(request.header("If-None-Exist"))
                .matches("identifier=https://imprimatur\\.io/fhir/revision%7C[a-z0-9-]+"));
    }

    @Override
    protected Channel channel() {
        return channel;
    }

    @Override
    protected int live(Post post) {
        return (int) messages.all().stream()
                .filter(message -> message.path("status").asText().equals("completed"))
                .filter(message -> message.path("identifier")
                        .path(0)
                        .path("value")
                        .asText()
                        .equals(post.key()))
                .count();
    }

    @Override
    protected void vandalise(Post post, String remoteId) {
        change(remoteId, message -> ((ObjectNode) message.withArray("payload").path(0))
                .put("contentString", "Buy now"));
    }

    @Test
    void everyMessageIsAsFhirsStructureDefinitionWantsIt() {
        assumeTrue(FhirStructure.present(), "Skipped: no structure definitions of FHIR at " + FhirStructure.SPECS);
        var id = published(channel.publish(post("Structure", "One.\n\nTwo.", picture("A picture"))))
                .remoteId();
        channel.withdraw(post("Structure", "x"), id);
        assertThat(requests).filteredOn(CREATE.or(UPDATE)).hasSize(2);
    }

    @Test
    void theMessageSaysWhatItIsFromWhomAndForWhom() {
        var post = post("Flu shots", "From Monday.", picture("A syringe"));
        var id = published(channel.publish(post)).remoteId();
        var message = messages.get(id).orElseThrow();
        assertThat(message.path("sent").asText()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(message.path("category")
                        .path(0)
                        .path("coding")
                        .path(0)
                        .path("code")
                        .asText())
                .isEqualTo("notification");
        assertThat(message.path("topic").path("text").asText()).isEqualTo("Flu shots");
        assertThat(message.path("recipient").path(0).path("reference").asText()).isEqualTo("Group/1");
        assertThat(message.path("sender").path("reference").asText()).isEqualTo("Organization/1");
        assertThat(message.path("payload")).hasSize(3);
        var link = message.path("payload").path(1).path("contentAttachment");
        assertThat(link.path("url").asText()).isEqualTo(String.valueOf(post.link()));
        var image = message.path("payload").path(2).path("contentAttachment");
        assertThat(image.path("title").asText()).isEqualTo("A syringe");
        assertThat(image.path("contentType").asText()).isEqualTo("image/png");
        assertThat(image.path("size").asInt()).isEqualTo(PICTURE.length);
        assertThat(image.path("hash").asText()).hasSize(28);
    }

    @Test
    void aLookIsNeverAnsweredFromTheServersCache() {
        channel.find(post("Cache", "Cache."));
        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request.header("Cache-Control")).contains("no-cache");
            assertThat(request.header("Prefer")).isEqualTo("handling=strict");
            assertThat(request.header("Accept")).isEqualTo("application/fhir+json");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_ANSWER_AFTER_WRITE", "ERROR_AFTER_WRITE", "SILENCE_AFTER_WRITE"})
    void anAnswerThatIsLostAfterTheMessageWasStoredIsUnknownAndFound(Fault fault) {
        var post = post("Lost answer", "Lost answer.");
        sandbox.next("portal", fault, CREATE);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.Unknown.class);
        assertThat(channel.find(post)).isInstanceOf(Lookup.Found.class);
        assertThat(requests).filteredOn(CREATE).hasSize(1);
        published(channel.publish(post));
        assertThat(live(post)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_BEFORE_WRITE", "ERROR_BEFORE_WRITE", "SILENCE_BEFORE_WRITE", "NOT_JSON"})
    void aCallThatIsLostBeforeTheMessageWasStoredIsUnknownAndMayBeRepeated(Fault fault) {
        var post = post("Lost call", "Lost call.");
        sandbox.next("portal", fault, CREATE);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.Unknown.class);
        assertThat(channel.find(post)).isInstanceOf(Lookup.Absent.class);
        published(channel.publish(post));
        assertThat(live(post)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ERROR_BEFORE_WRITE", "SILENCE_BEFORE_WRITE", "NOT_JSON"})
    void aLookThatGetsNoAnswerProvesNothingAndNothingIsSent(Fault fault) {
        var post = post("No answer", "No answer.");
        sandbox.next("portal", fault, LOOK);
        assertThat(channel.find(post)).isInstanceOf(Lookup.Unavailable.class);
        sandbox.next("portal", fault, LOOK);
        assertThat(channel.publish(post)).isInstanceOf(PublishResult.RetryLater.class);
        assertThat(requests).noneMatch(CREATE);
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED, credentials-refused",
        "EXPIRED_TOKEN, credentials-refused",
        "FORBIDDEN, account-not-allowed",
        "TOO_LARGE, too-large-for-platform"
    })
    void aRefusalAtAnyStepIsFinalAndNothingIsPublic(Fault fault, String code) {
        var post = post("Refused", "Refused.");
        for (var step : List.of(LOOK, CREATE)) {
            sandbox.next("portal", fault, step);
            assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused(code));
            assertThat(live(post)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void aMessageThatTheServersProfileDoesNotAllowIsRefused(int status) {
        server.instead(CREATE, request -> SandboxAnswer.empty(status));
        assertThat(channel.publish(post("Profile", "Profile.")))
                .isEqualTo(new PublishResult.Refused("platform-rejects-content"));
    }

    @Test
    void beingThrottledNamesThePauseThatTheServerAskedFor() {
        var post = post("Throttled", "Throttled.");
        for (var step : List.of(LOOK, CREATE)) {
            sandbox.next("portal", Fault.THROTTLED, step);
            assertThat(channel.publish(post))
                    .isEqualTo(new PublishResult.RetryLater("platform-throttles", Duration.ofMinutes(2)));
        }
        published(channel.publish(post));
    }

    @Test
    void aServerThatIsDownGotNothing() {
        sandbox.close();
        assertThat(channel.publish(post("Down", "Down.")))
                .isEqualTo(new PublishResult.RetryLater("platform-unreachable", null));
    }

    @Test
    void aMessageThatAnotherNodeStoredSinceTheLookIsTakenForThePost() {
        var post = post("Meanwhile", "Meanwhile.");
        server.once(CREATE, request -> server.real(request));
        published(channel.publish(post));
        assertThat(live(post)).isEqualTo(1);
        assertThat(requests).filteredOn(LOOK).as("looked again after the 200").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Location", "Location,ETag"})
    void aServerThatDoesNotSayWhereItStoredTheMessageIsAsked(String dropped) {
        var post = post("Where", "Where.");
        server.instead(CREATE, request -> {
            var answer = server.real(request);
            var headers = new TreeMap<>(answer.headers());
            List.of(dropped.split(",", -1)).forEach(headers::remove);
            return new SandboxAnswer(answer.status(), headers, answer.body());
        });
        var published = published(channel.publish(post));
        assertThat(channel.find(post)).isEqualTo(new Lookup.Found(published.remoteId(), published.url()));
    }

    @Test
    void severalMessagesWithTheKeyAreForAPersonToSortOut() {
        var post = post("Several", "Several.");
        var id = published(channel.publish(post)).remoteId();
        messages.put("99", messages.get(id).orElseThrow().put("id", "99"));
        assertThat(channel.find(post)).isEqualTo(new Lookup.Unclear("portal-ambiguous"));
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.Unknown("portal-ambiguous"));
        assertThat(requests).filteredOn(CREATE).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 412})
    void aConditionThatIsNotMetIsLookedInto(int status) {
        var post = post("Condition", "Condition.");
        server.once(CREATE, request -> SandboxAnswer.empty(status), true);
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.Unknown("no-answer"));
        assertThat(channel.find(post)).isInstanceOf(Lookup.Absent.class);
        published(channel.publish(post));
    }

    @Test
    void aServerThatFindsWhatWasNotAskedForProvesNothing() {
        published(channel.publish(post("Another", "Another.")));
        server.instead(
                LOOK,
                request -> server.real(new SandboxRequest(
                        request.baseUrl(),
                        "GET",
                        "/Communication",
                        Map.of(
                                "identifier",
                                PortalMessage.SYSTEM + "|"
                                        + messages.all()
                                                .get(0)
                                                .path("identifier")
                                                .path(0)
                                                .path("value")
                                                .asText()),
                        request.headers(),
                        new byte[0])));
        var post = post("Not filtered", "Not filtered.");
        assertThat(channel.find(post)).isEqualTo(new Lookup.Unclear("portal-ambiguous"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"entered-in-error", "on-hold", "stopped", "not-done", "preparation"})
    void aMessageThatSomebodyTookFromReadersIsNeitherFoundNorSentAgain(String status) {
        var post = post("Taken", "Taken.");
        var id = published(channel.publish(post)).remoteId();
        change(id, message -> message.put("status", status));
        assertThat(channel.find(post)).isEqualTo(new Lookup.Unclear("changed-on-platform"));
        assertThat(channel.publish(post)).isEqualTo(new PublishResult.Refused("changed-on-platform"));
        assertThat(channel.readBack(post, id)).isInstanceOf(ReadBack.Missing.class);
    }

    @Test
    void aPayloadThatSomebodyAddedOrAnImageThatSomebodyReplacedIsADifference() {
        var post = post("Added", "Added.", picture("A picture"));
        var id = published(channel.publish(post)).remoteId();
        change(id, message -> message.withArray("payload")
                .addObject()
                .putObject("contentReference")
                .put("reference", "DocumentReference/1"));
        assertThat(differences(post, id)).containsExactly("body");
        change(id, message -> {
            message.withArray("payload").remove(3);
            ((ObjectNode) message.path("payload").path(2).path("contentAttachment")).put("data", "AAAA");
        });
        assertThat(differences(post, id)).containsExactly("images");
    }

    @Test
    void takingDownFirstSaysThatItWasAnErrorWithoutTheText() {
        var post = post("Down", "Down.", picture("A picture"));
        var id = published(channel.publish(post)).remoteId();
        server.instead(DELETE, request -> SandboxAnswer.empty(405));
        assertThat(channel.withdraw(post, id)).isEqualTo(new Takedown.Done());
        var message = messages.get(id).orElseThrow();
        assertThat(message.path("status").asText()).isEqualTo("entered-in-error");
        assertThat(message.has("payload")).isFalse();
        assertThat(message.has("topic")).isFalse();
        assertThat(channel.readBack(post, id)).isInstanceOf(ReadBack.Missing.class);
        assertThat(requests).filteredOn(UPDATE).singleElement().satisfies(request -> assertThat(
                        request.header("If-Match"))
                .isEqualTo("W/\"1\""));
        assertThat(channel.withdraw(post, id)).isEqualTo(new Takedown.Done());
        assertThat(requests).filteredOn(UPDATE).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 409, 422, 501})
    void aServerThatDoesNotDeleteHasItAsAnError(int status) {
        var post = post("Kept", "Kept.");
        var id = published(channel.publish(post)).remoteId();
        server.instead(DELETE, request -> SandboxAnswer.empty(status));
        assertThat(channel.withdraw(post, id)).isEqualTo(new Takedown.Done());
        assertThat(live(post)).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_ANSWER_AFTER_WRITE", "LOST_BEFORE_WRITE", "ERROR_BEFORE_WRITE", "THROTTLED"})
    void aTakedownThatGotNoAnswerIsRepeatedUntilTheMessageIsGone(Fault fault) {
        var post = post("Again", "Again.");
        var id = published(channel.publish(post)).remoteId();
        sandbox.next("portal", fault, UPDATE);
        assertThat(channel.withdraw(post, id)).isInstanceOf(Takedown.Unavailable.class);
        sandbox.next("portal", fault, DELETE);
        assertThat(channel.withdraw(post, id)).isInstanceOf(Takedown.Unavailable.class);
        assertThat(channel.withdraw(post, id)).isEqualTo(new Takedown.Done());
        assertThat(live(post)).isZero();
        assertThat(channel.readBack(post, id)).isInstanceOf(ReadBack.Missing.class);
    }

    @Test
    void aMessageThatChangedSinceItWasReadIsReadAgainBeforeItIsTakenDown() {
        var post = post("Collision", "Collision.");
        var id = published(channel.publish(post)).remoteId();
        server.once(UPDATE, request -> {
            change(id, message -> message.withObject("meta").put("versionId", "7"));
            return SandboxAnswer.empty(0);
        });
        assertThat(channel.withdraw(post, id)).isEqualTo(new Takedown.Done());
        assertThat(requests).filteredOn(UPDATE).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 412})
    void aMessageThatChangesAllTheTimeIsTakenDownLater(int status) {
        var post = post("Busy", "Busy.");
        var id = published(channel.publish(post)).remoteId();
        server.instead(UPDATE, request -> SandboxAnswer.empty(status));
        assertThat(channel.withdraw(post, id)).isEqualTo(new Takedown.Unavailable("changed-on-platform", null));
        assertThat(requests).filteredOn(UPDATE).hasSize(3);
    }

    @Test
    void aTakedownThatIsNotAllowedSaysSo() {
        var post = post("Forbidden", "Forbidden.");
        var id = published(channel.publish(post)).remoteId();
        sandbox.next("portal", Fault.FORBIDDEN, UPDATE);
        assertThat(channel.withdraw(post, id)).isEqualTo(new Takedown.Refused("account-not-allowed"));
    }

    @Test
    void whatWasNeverThereIsGone() {
        var post = post("Never", "Never.");
        assertThat(channel.readBack(post, "4711")).isInstanceOf(ReadBack.Missing.class);
        assertThat(channel.withdraw(post, "4711")).isEqualTo(new Takedown.Done());
    }

    @Test
    void picturesThatCouldNotBeReadBackAreNotSent() {
        var large = new byte[8_000_001];
        var image = new Post.Image(UUID.randomUUID(), "image/png", 1, 1, Sha256.hex(large), "Large", () -> large);
        assertThat(channel.publish(post("Large", "Large.", image)))
                .isEqualTo(new PublishResult.Refused("too-large-for-platform"));
        assertThat(requests).isEmpty();
    }

    @Test
    void aServerThatCannotStoreUnderAConditionIsNotUsable() {
        server.instead(request -> request.line().equals("GET /metadata"), request -> SandboxAnswer.json(
                        200, Map.of("resourceType", "CapabilityStatement"))
                .with("Content-Type", "application/fhir+json"));
        assertThat(channel.testConnection()).isEqualTo(new ConnectionTest.Unusable("portal-cannot-publish-once"));
    }

    @ParameterizedTest
    @CsvSource({"recipients, Group/2", "sender, Organization/2", "recipients, everybody", "sender, Group/1?x=y"})
    void whoeverIsNamedMustBeThere(String field, String value) {
        var fields = new TreeMap<>(account());
        fields.put(field, value);
        assertThat(channel(fields).testConnection()).isEqualTo(new ConnectionTest.Unusable("portal-reference-unknown"));
    }

    @Test
    void nothingIsSentToSomethingThatIsNoReference() {
        var fields = new TreeMap<>(account());
        fields.put("recipients", "Group/1, everybody");
        assertThatThrownBy(() -> channel(fields).publish(post("Nobody", "Nobody.")))
                .isInstanceOf(AccountUnusable.class)
                .hasMessage("portal-reference-unknown");
        assertThat(requests).isEmpty();
    }

    @Test
    void aWrongTokenIsNamed() {
        var fields = new TreeMap<>(account());
        fields.put("token", "wrong");
        var wrong = channel(fields);
        var post = post("Token", "Token.");
        assertThat(wrong.testConnection()).isEqualTo(new ConnectionTest.Unusable("credentials-refused"));
        assertThat(wrong.publish(post)).isEqualTo(new PublishResult.Refused("credentials-refused"));
        assertThat(wrong.find(post)).isEqualTo(new Lookup.Unavailable("credentials-refused", null));
        assertThat(wrong.readBack(post, "1")).isEqualTo(new ReadBack.Unavailable("credentials-refused", null));
        assertThat(wrong.withdraw(post, "1")).isEqualTo(new Takedown.Refused("credentials-refused"));
    }

    @Test
    void withoutATokenNoneIsSent() {
        var fields = new TreeMap<>(account());
        fields.remove("token");
        channel(fields).find(post("Open", "Open."));
        assertThat(requests).singleElement().satisfies(request -> assertThat(request.header("Authorization"))
                .isEmpty());
    }

    private Map<String, String> account() {
        return server.account(sandbox.url("portal"));
    }

    private static Channel channel(Map<String, String> fields) {
        return PORTAL.channel(fields);
    }

    private java.util.Set<String> differences(Post post, String id) {
        return LiveComparison.differences(channel.expected(post), (ReadBack.Read) channel.readBack(post, id));
    }

    private void change(String id, Consumer<ObjectNode> how) {
        var stored = messages.get(id).orElseThrow();
        how.accept(stored);
        messages.put(id, stored);
    }
}
