package io.imprimatur.publishing.channel.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.publishing.sandbox.SandboxBluesky;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSizeTest {
    @ParameterizedTest
    @CsvSource({
        "a, 1, 1",
        "é, 1, 2",
        "e\u0301, 1, 3",
        "👨‍👩‍👧, 1, 18",
        "🇩🇪🇫🇷, 2, 16",
        "שלום, 4, 8",
        "👍🏽, 1, 8",
        "日本, 2, 6"
    })
    void countsWhatReadersTakeForACharacterAndBytes(String text, int graphemes, int bytes) {
        assertThat(TextSize.graphemes(text)).isEqualTo(graphemes);
        assertThat(TextSize.bytes(text)).isEqualTo(bytes);
    }

    @Property
    void agreesWithAnotherCount(@ForAll("texts") String text) {
        assertThat(TextSize.graphemes(text)).isEqualTo((int) SandboxBluesky.graphemes(text));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(List.of(
                        "a",
                        " ",
                        "\n",
                        "\r\n",
                        "e\u0301",
                        "ü",
                        "ש",
                        "ع",
                        "日",
                        "한",
                        "😀",
                        "👨‍👩‍👧",
                        "👍🏽",
                        "🇩🇪",
                        "❤️",
                        "1️⃣",
                        "\u200b"))
                .list()
                .ofMaxSize(80)
                .map(parts -> String.join("", parts));
    }
}
