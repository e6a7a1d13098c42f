package io.imprimatur.publishing.channel.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.channel.Channel;
import io.imprimatur.publishing.channel.ChannelContract;
import io.imprimatur.publishing.channel.Post;
import io.imprimatur.publishing.channel.http.ChannelHttp;
import io.imprimatur.publishing.channel.http.Exchange;
import io.imprimatur.publishing.internal.PublishingFixture;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * The contract on a real WordPress: {@code -Dimprimatur.test.wordpress=<url>} and
 * {@code -Dimprimatur.test.wordpress.credentials=<file with user:application-password>}. Skipped without, unless the
 * profile {@code real-servers} asks for it.
 */
@Tag("real-servers")
class RealWordPressTest extends ChannelContract {
    private static URI url;
    private static String user;
    private static String password;

    @BeforeAll
    static void connect() throws IOException {
        var given = System.getProperty("imprimatur.test.wordpress", "");
        var required = System.getProperty("imprimatur.test.real-servers", "").equals("required");
        assumeTrue(required || !given.isBlank(), "No WordPress is given by -Dimprimatur.test.wordpress");
        var credentials = Files.readString(Path.of(System.getProperty("imprimatur.test.wordpress.credentials", "")))
                .strip()
                .split(":", 2);
        url = URI.create(given);
        user = credentials[0];
        password = credentials[1];
    }

    @Override
    protected Channel channel() {
        return WordPressFixture.channel(url.toString(), user, password);
    }

    /** Counted as any reader sees it, without an account. */
    @Override
    protected int live(Post post) {
        var slugs = post.key() + "," + post.key() + "-2," + post.key() + "-3";
        var answer = (Exchange.Answer)
                http().send(HttpMethod.GET, url.resolve("/wp-json/wp/v2/posts?slug=" + slugs), headers -> {}, null);
        try {
            return new ObjectMapper().readTree(answer.body()).size();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected void vandalise(Post post, String remoteId) {
        var answer = (Exchange.Answer) http().send(
                        HttpMethod.POST,
                        url.resolve("/wp-json/wp/v2/posts/" + remoteId),
                        headers -> {
                            headers.setBasicAuth(user, password);
                            headers.setContentType(MediaType.APPLICATION_JSON);
                        },
                        "{\"title\":\"Buy now\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void showsReadersThePageAtTheAddressThatItNames() {
        var post = post("On the page", "Readers see this sentence.");
        var published = published(channel().publish(post));
        var page = (Exchange.Answer) http().send(HttpMethod.GET, published.url(), headers -> {}, null);
        assertThat(page.status()).isEqualTo(200);
        assertThat(new String(page.body(), StandardCharsets.UTF_8))
                .contains("Readers see this sentence")
                .contains("On the page");
    }

    @Test
    void namesAWrongPassword() {
        WordPressFixture.requireThatAWrongPasswordIsNamed(url.toString(), post("Password", "Password."));
    }

    private static ChannelHttp http() {
        return new ChannelHttp(PublishingFixture.properties());
    }
}
