package io.imprimatur.publishing.channel.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.publishing.sandbox.SandboxAnswer;
import io.imprimatur.publishing.sandbox.SandboxLinkedIn;
import io.imprimatur.publishing.sandbox.SandboxRequest;
import io.imprimatur.publishing.sandbox.Shelf;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

/** LinkedIn's format of a commentary. */
class LittleTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "Plain text, 10 % & more. → Plain text, 10 % & more.",
                "(by appointment) → \\(by appointment\\)",
                "\\ | { } @ [ ] ( ) < > # * _ ~ → \\\\ \\| \\{ \\} \\@ \\[ \\] \\( \\) \\< \\> \\# \\* \\_ \\~",
                "a_b@c.example → a\\_b\\@c.example",
                "Get your #FluShot now → Get your {hashtag|\\#|FluShot} now",
                "#Grüße #7 #a_b → {hashtag|\\#|Grüße} \\#7 \\#a\\_b",
                "https://example.org/#top → https://example.org/\\#top"
            })
    void escapesWhatLinkedInWouldCutAt(String plain, String little) {
        assertThat(LittleText.of(plain)).isEqualTo(little);
        assertThat(LittleText.plain(little)).isEqualTo(plain);
    }

    @Test
    void readsATextThatLinkedInGivesWithoutEscapes() {
        assertThat(LittleText.plain("A (plain) text")).isEqualTo("A (plain) text");
    }

    @Test
    void leavesAMentionVisible() {
        assertThat(LittleText.plain("Ask @[Somebody](urn:li:person:1)")).isEqualTo("Ask @[Somebody](urn:li:person:1)");
    }

    @Property(tries = 500)
    void everyTextComesBackAsItWas(@ForAll("texts") String text) {
        assertThat(LittleText.plain(LittleText.of(text))).isEqualTo(text);
    }

    @Property(tries = 200)
    void linkedInCutsNothing(@ForAll("texts") String text) {
        var page = new SandboxLinkedIn(Shelf.inMemory(), Shelf.inMemory());
        var answer = publish(page, LittleText.of(text));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(page.posts()).singleElement().satisfies(post -> assertThat(post.text())
                .isEqualTo(text));
    }

    @Test
    void theFakeCutsAtAReservedCharacterAsLinkedInDoes() {
        var page = new SandboxLinkedIn(Shelf.inMemory(), Shelf.inMemory());
        assertThat(publish(page, "This is a test. (This is also a test.)").status())
                .isEqualTo(201);
        assertThat(page.posts()).singleElement().satisfies(post -> assertThat(post.text())
                .isEqualTo("This is a test. "));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        " ",
                        "\n",
                        "#",
                        "#Flu",
                        "\\",
                        "|",
                        "{",
                        "}",
                        "@",
                        "[",
                        "]",
                        "(",
                        ")",
                        "<",
                        ">",
                        "*",
                        "_",
                        "~",
                        "é",
                        "😀",
                        "{hashtag|",
                        "\\#|",
                        "https://example.org/#a_b(c)")
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    private static SandboxAnswer publish(SandboxLinkedIn page, String commentary) {
        var headers = new HttpHeaders();
        headers.setBearerAuth(page.account("").get("access-token"));
        headers.set("LinkedIn-Version", LinkedInApi.VERSION);
        headers.set("X-Restli-Protocol-Version", "2.0.0");
        var post = new ObjectMapper().createObjectNode();
        post.put("author", "urn:li:organization:5515715").put("commentary", commentary);
        post.put("visibility", "PUBLIC").put("lifecycleState", "PUBLISHED");
        post.putObject("distribution").put("feedDistribution", "MAIN_FEED");
        var body = post.toString().getBytes(StandardCharsets.UTF_8);
        return page.answer(new SandboxRequest("", "POST", "/rest/posts", Map.of(), headers, body));
    }
}
