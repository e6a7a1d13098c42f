package io.imprimatur.content.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imprimatur.content.ContentKind;
import io.imprimatur.content.Draft;
import io.imprimatur.platform.Refusal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftRulesTest {
    private final DraftRules rules = Authors.draftRules();

    private static Draft draft(String title, String body, @Nullable String link) {
        return new Draft(
                ContentKind.ANNOUNCEMENT,
                title,
                body,
                link == null ? null : URI.create(link),
                List.of(),
                List.of(),
                null);
    }

    private void requireRefused(Draft draft, String code, String field) {
        assertThatThrownBy(() -> rules.check(draft)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.sentence()).endsWith(".").doesNotContain("Exception");
        });
    }

    @Test
    void keepsHtmlAsTheTextThatItIs() {
        var checked = rules.check(draft("<script>alert(1)</script>", "<b>bold</b>", null));
        assertThat(checked.title()).isEqualTo("<script>alert(1)</script>");
        assertThat(checked.body()).isEqualTo("<b>bold</b>");
    }

    @Test
    void unifiesLineEndsAndStripsTheTitle() {
        var checked = rules.check(draft("  Title ", "one\r\ntwo\rthree", null));
        assertThat(checked.title()).isEqualTo("Title");
        assertThat(checked.body()).isEqualTo("one\ntwo\nthree");
    }

    @Test
    void wantsATitle() {
        requireRefused(draft(" ", "text", null), "title-missing", "title");
    }

    @Test
    void takesATitleOf200CharactersAndNoMore() {
        rules.check(draft("🦉".repeat(200), "text", null));
        requireRefused(draft("a".repeat(201), "text", null), "title-too-long", "title");
    }

    @Test
    void refusesABodyOf100000CharactersAsTooLarge() {
        assertThatThrownBy(() -> rules.check(draft("Title", "a".repeat(100_000), null)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind().status()).isEqualTo(413);
                    assertThat(refusal.sentence()).isEqualTo("The text may have at most 50000 characters.");
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069})
    void refusesCharactersThatTurnTheDirectionOfText(int character) {
        var text = "a" + Character.toString(character) + "b";
        requireRefused(draft(text, "text", null), "bidirectional-control", "title");
        requireRefused(draft("Title", text, null), "bidirectional-control", "body");
        requireRefused(image(text), "bidirectional-control", "images[0].altText");
    }

    @Test
    void refusesControlCharactersAndHalfCharacters() {
        requireRefused(draft("a\u0000b", "text", null), "control-character", "title");
        requireRefused(draft("a\nb", "text", null), "control-character", "title");
        requireRefused(draft("Title", "a\u0000b", null), "control-character", "body");
        requireRefused(draft("Title", "a\uD800b", null), "broken-character", "body");
        requireRefused(draft("a\uDC00", "text", null), "broken-character", "title");
        rules.check(draft("Title", "tab\tand\nline", null));
    }

    @ParameterizedTest
    @CsvSource({
        "javascript:alert(1), link-not-web",
        "data:text/html;base64;PHNjcmlwdD4=, link-not-web",
        "/relative/path, link-not-web",
        "//example.org/path, link-not-web",
        "ftp://example.org/file, link-not-web",
        "https://user:secret@example.org/, link-with-user",
        "https://user@example.org/, link-with-user",
        "https:///path, link-invalid",
        "https:example.org, link-invalid",
    })
    void refusesLinksThatDoNotGoToTheOpenWeb(String link, String code) {
        requireRefused(draft("Title", "text", link), code, "link");
    }

    @Test
    void takesOrdinaryLinks() {
        assertThat(rules.check(draft("Title", "text", "HTTPS://www.example.org:8443/a?b=c#d"))
                        .link())
                .isEqualTo(URI.create("HTTPS://www.example.org:8443/a?b=c#d"));
        assertThat(LinkRules.parse("  ")).isNull();
        assertThatThrownBy(() -> LinkRules.parse("https://exa mple.org")).isInstanceOf(Refusal.class);
    }

    private static Draft image(String altText) {
        return new Draft(
                ContentKind.ANNOUNCEMENT,
                "Title",
                "text",
                null,
                List.of(new Draft.Image(new UUID(0, 1), altText)),
                List.of(),
                null);
    }

    @Test
    void wantsAnAlternativeTextForEveryImage() {
        requireRefused(image("  "), "alt-text-missing", "images[0].altText");
        requireRefused(image("a".repeat(1_001)), "alt-text-too-long", "images[0].altText");
    }

    @Test
    void refusesTooManyImages() {
        var images = java.util.Collections.nCopies(11, new Draft.Image(new UUID(0, 1), "A tree"));
        requireRefused(
                new Draft(ContentKind.ANNOUNCEMENT, "Title", "text", null, images, List.of(), null),
                "too-many-images",
                "images");
    }

    private static Draft channels(String... keys) {
        return new Draft(ContentKind.ANNOUNCEMENT, "Title", "text", null, List.of(), List.of(keys), null);
    }

    @Test
    void sortsChannelsAndKnowsNoOthers() {
        assertThat(rules.check(channels("portal", "newsroom", "portal")).channels())
                .containsExactly("newsroom", "portal");
        requireRefused(channels("nowhere"), "channel-unknown", "channels");
    }

    @Test
    void refusesATimeThatTheCalendarOfNobodyReaches() {
        for (var instant : List.of(Instant.MAX, Instant.MIN, Authors.NOW.plus(Duration.ofDays(400)))) {
            requireRefused(
                    new Draft(ContentKind.ANNOUNCEMENT, "Title", "text", null, List.of(), List.of(), instant),
                    "publish-at-too-far",
                    "publishAt");
        }
    }
}
