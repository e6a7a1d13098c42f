package io.imprimatur.publishing.channel.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ChannelContract;
import io.imprimatur.publishing.channel.Lookup;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.http.Exchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * The contract on a real FHIR R4 server: {@code -Dimprimatur.test.fhir=<base>}. Skipped without, unless the profile {@code
 * real-servers} asks for it.
 */
@Tag("real-servers")
class RealPortalTest extends ChannelContract {
    private static final PortalFixture PORTAL = PortalFixture.patient();

    private static String base;

    @BeforeAll
    static void connect() throws IOException, InterruptedException {
        base = System.getProperty("imprimatur.test.fhir", "");
        var required = System.getProperty("imprimatur.test.real-servers", "").equals("required");
        assumeTrue(required || !base.isBlank(), "No FHIR server is given by -Dimprimatur.test.fhir");
        warmUp();
    }

    /** A server that has just started reads its own definitions when the first message comes, which takes its time. */
    private static void warmUp() throws IOException, InterruptedException {
        var message = "{\"resourceType\":\"Communication\",\"status\":\"completed\"}";
        var request = HttpRequest.newBuilder(URI.create(base + "/Communication"))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @Override
    protected Channel channel() {
        return PORTAL.channel(Map.of("url", base));
    }

    @Override
    protected int live(Post post) {
        var found = json(HttpMethod.GET, "/Communication?identifier=" + post.key(), null);
        return (int) StreamSupport.stream(found.path("entry").spliterator(), false)
                .filter(entry -> entry.path("resource").path("status").asText().equals("completed"))
                .count();
    }

    @Override
    protected void vandalise(Post post, String remoteId) {
        var message = (ObjectNode) json(HttpMethod.GET, "/Communication/" + remoteId, null);
        message.withArray("payload").addObject().put("contentString", "Buy now");
        assertThat(json(HttpMethod.PUT, "/Communication/" + remoteId, message)
                        .path("payload")
                        .size())
                .isEqualTo(message.path("payload").size());
    }

    @Test
    void showsTheMessageAtTheAddressThatItNames() {
        var post = post("At its address", "Readers see this sentence.");
        var published = published(channel().publish(post));
        assertThat(json(HttpMethod.GET, published.url().toString().substring(base.length()), null)
                        .path("payload")
                        .path(0)
                        .path("contentString")
                        .asText())
                .isEqualTo("Readers see this sentence.");
    }

    @Test
    void isThereOnceWhenManyNodesSendItWithoutLooking() throws Exception {
        var post = post("At once", "Only once.");
        var api = PORTAL.api(Map.of("url", base));
        var message = PortalMessage.of(post, PORTAL.nobody(), PortalFixture.NOW);
        var nodes = Executors.newFixedThreadPool(8);
        Callable<Object> send = () -> api.create(message.copy(), post.key());
        for (var sent :
                nodes.invokeAll(IntStream.range(0, 8).mapToObj(n -> send).toList())) {
            sent.get();
        }
        nodes.shutdown();
        assertThat(live(post)).isEqualTo(1);
        assertThat(channel().find(post)).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void seesWhatWasStoredAMomentAfterItLookedInVain() {
        var post = post("Fresh", "Fresh.");
        assertThat(channel().find(post)).isInstanceOf(Lookup.Absent.class);
        published(channel().publish(post));
        assertThat(channel().find(post)).isInstanceOf(Lookup.Found.class);
    }

    private static JsonNode json(HttpMethod method, String path, @Nullable JsonNode body) {
        try {
            var json = new ObjectMapper();
            var answer = (Exchange.Answer) PORTAL.http()
                    .send(
                            method,
                            URI.create(base + path),
                            headers -> {
                                headers.setContentType(MediaType.parseMediaType("application/fhir+json"));
                                headers.set("Accept", "application/fhir+json");
                                headers.setCacheControl("no-cache");
                                headers.set("Prefer", "return=representation");
                            },
                            body == null ? null : json.writeValueAsBytes(body));
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
