package io.imprimatur.publishing.channel.ghost;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.publishing.channel.Post;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GhostTextTest {
    private static final URI SOURCE = URI.create("https://clinic.example/content/images/a.png?a=1&b=2");

    @Property(tries = 500)
    void readsBackEveryTextThatIsWritten(@ForAll String body, @ForAll String altText) {
        var plain = visible(body);
        var alt = visible(altText);
        var post = new Post(
                UUID.randomUUID(), 1, "", "key", "t", plain, URI.create("https://example.org/?a=1&b='2'"), List.of());
        var html = GhostHtml.content(post, List.of(new GhostHtml.Uploaded(SOURCE, alt)));
        assertThat(GhostText.of(html))
                .isEqualTo(new GhostText(
                        post.paragraphs(),
                        "https://example.org/?a=1&b='2'",
                        List.of(new GhostText.Image(SOURCE.toString(), alt))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Text <a href=\"https://spam.example\">x</a></p>",
                "<p class=\"x\">Text</p>",
                "<h2>Text</h2>",
                "<figure class=\"kg-card kg-image-card\"><a href=\"x\"><img src=\"x\"></a></figure>",
                "<figure class=\"kg-card kg-image-card\"><img src=\"x\"><figcaption>x</figcaption></figure>",
                "<figure class=\"kg-card kg-embed-card\"><iframe src=\"x\"></iframe></figure>",
                "<p><a href=\"https://spam.example\">https://example.org</a></p>"
            })
    void markupThatIsNotOursStaysVisible(String html) {
        var text = GhostText.of(html);
        assertThat(text.paragraphs()).singleElement().asString().contains("<");
        assertThat(text.link()).isNull();
        assertThat(text.images()).isEmpty();
    }

    @Test
    void aSecondLinkIsAParagraph() {
        var link = "<p><a href=\"https://a.example\">https://a.example</a></p>";
        assertThat(GhostText.of(link + link).paragraphs()).hasSize(1);
    }

    /** Without characters that no HTML can carry, and with the line ends that a draft has. */
    private static String visible(String text) {
        return text.codePoints()
                .filter(c -> Character.isDefined(c) && !Character.isISOControl(c) && !Character.isSurrogate((char) c))
                .filter(c -> c <= 0xFFFF && (c & 0xFFFE) != 0xFFFE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
