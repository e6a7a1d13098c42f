package io.imprimatur.publishing.channel.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.publishing.channel.Preview.Entity;
import io.imprimatur.publishing.sandbox.SandboxMastodon;
import io.imprimatur.publishing.sandbox.SandboxRequest;
import io.imprimatur.publishing.sandbox.Shelf;
import java.util.List;
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

/** How Mastodon counts and what it makes links of. */
class MastodonTextTest {
    @ParameterizedTest
    @CsvSource({
        "Grüße, 5",
        "👨‍👩‍👧 😀, 3",
        "https://example.org/a/very/long/path?that=never&counts=more, 23",
        "See https://example.org/x., 28",
        "(http://example.org), 25",
        "example.org, 11",
        "@clinic, 7",
        "@clinic@mastodon.example hello, 13",
        "mail@clinic.example, 19",
        "שלום, 4"
    })
    void countsAsAnInstanceDoes(String text, int characters) {
        assertThat(MastodonText.count(text, 23)).isEqualTo(characters);
    }

    @Test
    void countsAnAddressAsTheInstanceSays() {
        assertThat(MastodonText.count("https://example.org", 30)).isEqualTo(30);
    }

    @Test
    void namesWhatBecomesALink() {
        var text = "#Flu shots by @clinic@mastodon.example: https://example.org/#top #7 a#b";
        assertThat(MastodonText.entities(text))
                .extracting(Entity::kind, entity -> text.substring(entity.start(), entity.end()))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Entity.Kind.HASHTAG, "#Flu"),
                        org.assertj.core.groups.Tuple.tuple(Entity.Kind.MENTION, "@clinic@mastodon.example"),
                        org.assertj.core.groups.Tuple.tuple(Entity.Kind.LINK, "https://example.org/#top"));
    }

    @Test
    void seesNamesOfPictures() {
        assertThat(MastodonText.hasShortCodes("Hello :blobcat:!")).isTrue();
        assertThat(MastodonText.hasShortCodes("Open 10:30:45")).isFalse();
    }

    @Test
    void readsBackTheHtmlThatMastodonMakes() {
        assertThat(
                        MastodonHtml.text(
                                "<p>One<br>two &amp; <a href=\"https://m.example/tags/flu\" class=\"mention hashtag\""
                                        + " rel=\"tag\">#<span>flu</span></a></p><p><a href=\"https://example.org/a\"><span"
                                        + " class=\"invisible\">https://</span><span class=\"ellipsis\">example.org</span><span"
                                        + " class=\"invisible\">/a</span></a> <span class=\"h-card\" translate=\"no\"><a"
                                        + " href=\"https://m.example/@clinic\" class=\"u-url mention\">@<span>clinic</span></a></span></p>"))
                .isEqualTo("One\ntwo & #flu\n\nhttps://example.org/a @clinic");
    }

    @Test
    void showsMarkupThatIsNotOurs() {
        assertThat(MastodonHtml.text("<p>One <b>two</b> <a href=\"https://spam.example\">https://example.org</a></p>"))
                .isEqualTo("One <b>two</b> https://example.org <https://spam.example>");
    }

    @Property(tries = 300)
    void countsExactlyAsTheInstance(@ForAll("texts") String text) {
        var counted = MastodonText.count(text, 23);
        assertThat(takenBy(counted, text)).isTrue();
        assertThat(takenBy(counted - 1, text)).isFalse();
    }

    @Provide
    Arbitrary<String> texts() {
        var words = Arbitraries.of(
                "Grüße",
                "😀",
                "👨‍👩‍👧",
                "日本語",
                "é̂",
                "x",
                "@clinic",
                "@clinic@mastodon.example",
                "#flu",
                "https://example.org",
                "https://www.example.org/a?b=c&d=e#f",
                "http://example.org:8080/x(y)",
                "mail@example.org",
                "https://",
                "…",
                "עברית");
        var between = Arbitraries.of(" ", "\n", "\n\n", ". ", ", ", " (", ") ", "-- ");
        return net.jqwik.api.Combinators.combine(
                        words.list().ofMinSize(1).ofMaxSize(12), between.list().ofSize(12))
                .as((all, gaps) -> {
                    var text = new StringBuilder();
                    for (int i = 0; i < all.size(); i++) {
                        text.append(i == 0 ? "" : gaps.get(i)).append(all.get(i));
                    }
                    return text.toString().strip();
                });
    }

    private static boolean takenBy(int limit, String text) {
        var instance = new SandboxMastodon(Shelf.inMemory(), Shelf.inMemory(), limit);
        var headers = new HttpHeaders();
        headers.setBearerAuth(instance.account("http://127.0.0.1").get("access-token"));
        var body = io.imprimatur.publishing.sandbox.SandboxAnswer.json(
                        0, Map.of("status", text, "media_ids", List.of()))
                .body();
        return instance.answer(new SandboxRequest(
                                "http://127.0.0.1", "POST", "/api/v1/statuses", Map.of(), headers, body))
                        .status()
                == 200;
    }
}
