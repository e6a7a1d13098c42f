package io.imprimatur.publishing.channel.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.imprimatur.platform.Sha256;
import io.imprimatur.publishing.channel.AccountUnusable;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ChannelContract;
import io.imprimatur.publishing.channel.ConnectionTest;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.channel.http.JsonApi;
import io.imprimatur.publishing.channel.http.Reply;
import io.imprimatur.publishing.internal.PublishingFixture;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/**
 * The contract on a real personal data server: {@code -Dimprimatur.test.bluesky=<url>} and
 * {@code -Dimprimatur.test.bluesky.account=<JSON file with did, handle and password>}. Skipped without, unless the profile
 * {@code real-servers} asks for it.
 */
@Tag("real-servers")
class RealBlueskyTest extends ChannelContract {
    private static final String COLLECTION = "app.bsky.feed.post";

    private static Map<String, String> account;
    private static String did;
    private static Channel channel;

    private Set<String> earlier = Set.of();

    @BeforeAll
    static void connect() throws IOException {
        var given = System.getProperty("imprimatur.test.bluesky", "");
        var required = System.getProperty("imprimatur.test.real-servers", "").equals("required");
        assumeTrue(required || !given.isBlank(), "No Bluesky server is given by -Dimprimatur.test.bluesky");
        var credentials = new ObjectMapper()
                .readTree(Files.readString(Path.of(System.getProperty("imprimatur.test.bluesky.account", ""))));
        did = credentials.path("did").asText();
        account = Map.of(
                "service", given,
                "handle", credentials.path("handle").asText(),
                "password", credentials.path("password").asText());
        channel = BlueskyFixture.channel(account);
    }

    @Override
    protected Channel channel() {
        return channel;
    }

    @Override
    protected String everyKindOfText() {
        return SHORT_TEXT;
    }

    @BeforeEach
    void noteWhatIsThere() {
        earlier = records().stream().map(record -> record.path("uri").asText()).collect(Collectors.toSet());
    }

    /** Counted as anybody sees it, without an account: every new post with that text, whatever its key. */
    @Override
    protected int live(Post post) {
        return (int) records().stream()
                .filter(record -> !earlier.contains(record.path("uri").asText()))
                .filter(record -> record.path("value").path("text").asText().equals(post.wholeText()))
                .count();
    }

    @Override
    protected void vandalise(Post post, String remoteId) {
        var record = (ObjectNode) record(remoteId).deepCopy();
        put(remoteId, record.put("text", record.path("text").asText() + " Buy now."));
    }

    @Test
    void showsALinkThatSomebodyPutBehindAWord() {
        var post = post("Facets", "Facets.");
        var id = published(channel().publish(post)).remoteId();
        var record = (ObjectNode) record(id).deepCopy();
        ((ObjectNode) record.at("/facets/0/features/0")).put("uri", "https://spam.example/");
        put(id, record);
        assertThat(channel().readBack(post, id)).isInstanceOfSatisfying(ReadBack.Read.class, read -> assertThat(
                        read.views().get(0).paragraphs())
                .last()
                .asString()
                .contains("spam.example"));
    }

    @Test
    void isRefusedWhatIsTooLongWhereThePlatformSaysSo() {
        for (var text : List.of("a", "👨‍👩‍👧", "e\u0301", "日", "🇩🇪", "ש")) {
            var most = BlueskyLimits.GRAPHEMES;
            assertThat(TextSize.graphemes(text.repeat(most))).isEqualTo(most);
            var fits = TextSize.bytes(text.repeat(most)) <= BlueskyLimits.BYTES;
            assertThat(accepts(text.repeat(most))).as(text).isEqualTo(fits);
            assertThat(accepts(text.repeat(most + 1))).as(text).isFalse();
        }
    }

    @Test
    void namesAWrongPassword() {
        var wrong = BlueskyFixture.channel(
                Map.of("service", account.get("service"), "handle", account.get("handle"), "password", "wrong"));
        assertThat(wrong.testConnection()).isEqualTo(new ConnectionTest.Unusable("credentials-refused"));
        assertThatThrownBy(() -> wrong.publish(post("Password", "Password.")))
                .isInstanceOf(AccountUnusable.class)
                .hasMessage("credentials-refused");
    }

    @Test
    void takesTheBiggestImageAndNoBigger() {
        var most = new byte[BlueskyLimits.IMAGE_BYTES];
        System.arraycopy(PICTURE, 0, most, 0, PICTURE.length);
        var image = new Post.Image(stored(most), "image/png", 2, 1, Sha256.hex(most), "Big", () -> most);
        assertThat(channel().publish(post("Big", "Big.", image))).isInstanceOf(PublishResult.Published.class);
    }

    private static List<JsonNode> records() {
        var all = new ArrayList<JsonNode>();
        var query = new TreeMap<>(Map.of("repo", did, "collection", COLLECTION, "limit", "100"));
        JsonNode page;
        do {
            page = answered(open().get("/xrpc/com.atproto.repo.listRecords", query));
            page.path("records").forEach(all::add);
            query.put("cursor", page.path("cursor").asText());
        } while (page.has("cursor"));
        return all;
    }

    private boolean accepts(String text) {
        var record = Map.of("$type", COLLECTION, "text", text, "createdAt", "2026-01-01T00:00:00.000Z");
        var key = RecordKey.of(post(text, text));
        return withSession()
                .send(
                        HttpMethod.POST,
                        "/xrpc/com.atproto.repo.putRecord",
                        Map.of(),
                        Map.of("repo", did, "collection", COLLECTION, "rkey", key, "record", record))
                .done();
    }

    private JsonNode record(String remoteId) {
        var reply = open().get(
                        "/xrpc/com.atproto.repo.getRecord",
                        Map.of(
                                "repo",
                                did,
                                "collection",
                                COLLECTION,
                                "rkey",
                                PostUri.parse(remoteId).key()));
        return answered(reply).path("value");
    }

    private void put(String remoteId, JsonNode record) {
        var key = PostUri.parse(remoteId).key();
        assertThat(withSession()
                        .send(
                                HttpMethod.POST,
                                "/xrpc/com.atproto.repo.putRecord",
                                Map.of(),
                                Map.of("repo", did, "collection", COLLECTION, "rkey", key, "record", record))
                        .done())
                .isTrue();
    }

    private static JsonApi withSession() {
        var session = answered(open().send(
                        HttpMethod.POST,
                        "/xrpc/com.atproto.server.createSession",
                        Map.of(),
                        Map.of("identifier", account.get("handle"), "password", account.get("password"))));
        return new JsonApi(
                new ChannelHttp(PublishingFixture.properties()),
                new ObjectMapper(),
                URI.create(account.get("service")),
                headers -> headers.setBearerAuth(session.path("accessJwt").asText()));
    }

    private static JsonNode answered(Reply reply) {
        return Objects.requireNonNull(reply.json());
    }

    private static JsonApi open() {
        return new JsonApi(
                new ChannelHttp(PublishingFixture.properties()),
                new ObjectMapper(),
                URI.create(account.get("service")),
                headers -> {});
    }
}
