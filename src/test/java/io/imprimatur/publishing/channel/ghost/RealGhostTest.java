package io.imprimatur.publishing.channel.ghost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.platform.Sha256;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ChannelContract;
import io.imprimatur.publishing.channel.Picture;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.PublishResult;
import io.imprimatur.publishing.channel.ReadBack;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.channel.http.Exchange;
import io.imprimatur.publishing.internal.PublishingFixture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * The contract on a real Ghost: {@code -Dimprimatur.test.ghost=<url>} and {@code -Dimprimatur.test.ghost.credentials=<file
 * with the admin key>}. Skipped without: its set-up takes too long for every build.
 */
@Tag("real-servers")
class RealGhostTest extends ChannelContract {
    private static String url;
    private static String adminKey;

    @BeforeAll
    static void connect() throws IOException {
        url = System.getProperty("imprimatur.test.ghost", "");
        assumeTrue(!url.isBlank(), "No Ghost is given by -Dimprimatur.test.ghost");
        adminKey = Files.readString(Path.of(System.getProperty("imprimatur.test.ghost.credentials", "")))
                .strip();
    }

    @Override
    protected Channel channel() {
        return GhostFixture.channel(Map.of("url", url, "admin-key", adminKey));
    }

    /** Counted as any reader sees it, without an account. */
    @Override
    protected int live(Post post) {
        return (int) Stream.of("", "-2", "-3", "-4")
                .filter(variant ->
                        page(URI.create(url + "/" + post.key() + variant + "/")).ok())
                .count();
    }

    @Override
    protected void vandalise(Post post, String remoteId) {
        var seen = admin(HttpMethod.GET, remoteId, null).path("updated_at").asText();
        var changed = admin(HttpMethod.PUT, remoteId, Map.of("title", "Buy now", "updated_at", seen));
        assertThat(changed.path("title").asText()).isEqualTo("Buy now");
    }

    @Test
    void showsReadersThePageAtTheAddressThatItNames() {
        var post = post("On the page", "Readers see this sentence.", picture("A picture's text"));
        var published = published(channel().publish(post));
        var page = page(published.url());
        assertThat(page.status()).isEqualTo(200);
        assertThat(new String(page.body(), StandardCharsets.UTF_8))
                .contains("Readers see this sentence")
                .contains("On the page")
                .contains("A picture's text");
    }

    @Test
    void comparesAnImageThatGhostMadeSmallerByTheOriginalBesideIt() throws IOException {
        var large = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2600, 20, BufferedImage.TYPE_INT_RGB), "png", large);
        var bytes = large.toByteArray();
        var hash = Sha256.hex(bytes);
        var post = post(
                "Large",
                "Large.",
                new Post.Image(UUID.randomUUID(), "image/png", 2600, 20, hash, "Large", () -> bytes));
        var read = (ReadBack.Read)
                channel().readBack(post, published(channel().publish(post)).remoteId());
        assertThat(read.views().get(0).images()).singleElement().satisfies(image -> {
            assertThat(image.sha256()).isEqualTo(hash);
            assertThat(image.picture()).extracting(Picture::sha256).isNotEqualTo(hash);
        });
    }

    @Test
    void sendsNoNewsletter() {
        var id = published(channel().publish(post("No e-mail", "No e-mail."))).remoteId();
        assertThat(admin(HttpMethod.GET, id, null).path("email").isNull()).isTrue();
    }

    @Test
    void leavesNoPreviewWhenItTakesAPostDown() {
        var post = post("No preview", "No preview.");
        var id = published(channel().publish(post)).remoteId();
        var preview = URI.create(
                url + "/p/" + admin(HttpMethod.GET, id, null).path("uuid").asText() + "/");
        channel().withdraw(post, id);
        assertThat(page(preview).status()).isEqualTo(404);
    }

    @Test
    void refusesATextThatGhostWouldChange() {
        var post = post("Changed", "See __GHOST_URL__ for more.");
        assertThat(channel().publish(post)).isEqualTo(new PublishResult.Refused("platform-changes-content"));
        assertThat(live(post)).isZero();
    }

    @Test
    void takesTitlesUpToItsLimitAndRefusesLongerOnes() {
        published(channel().publish(post("😀".repeat(255), "Long title.")));
        assertThat(channel().publish(post("x".repeat(256), "Longer title.")))
                .isEqualTo(new PublishResult.Refused("platform-rejects-content"));
    }

    @Test
    void namesAWrongKey() {
        GhostFixture.requireThatAWrongKeyIsNamed(url, post("Key", "Key."));
    }

    private static JsonNode admin(HttpMethod method, String id, @Nullable Map<String, String> post) {
        try {
            var json = new ObjectMapper();
            var answer = (Exchange.Answer) http().send(
                            method,
                            URI.create(url + "/ghost/api/admin/posts/" + id + "/"),
                            headers -> {
                                headers.set(
                                        HttpHeaders.AUTHORIZATION, "Ghost " + GhostToken.of(adminKey, Instant.now()));
                                headers.setContentType(MediaType.APPLICATION_JSON);
                            },
                            post == null ? null : json.writeValueAsBytes(Map.of("posts", List.of(post))));
            return json.readTree(answer.body()).path("posts").path(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Exchange.Answer page(URI address) {
        return (Exchange.Answer) http().send(HttpMethod.GET, address, headers -> {}, null);
    }

    private static ChannelHttp http() {
        return new ChannelHttp(PublishingFixture.properties());
    }
}
