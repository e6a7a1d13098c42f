package io.imprimatur.publishing.channel.x;

import static org.assertj.core.api.Assertions.assertThat;

import com.twitter.twittertext.Extractor;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XTextTest {
    /** Weights by twitter-text's configuration v3. */
    @ParameterizedTest
    @CsvSource({
        "abc, 3",
        "Grüße, 5",
        "e\u0301, 1",
        "日本, 4",
        "👨‍👩‍👧, 2",
        "👍🏽, 2",
        "שלום, 4",
        "https://example.org/a/very/long/path?with=parameters, 23",
        "See Dr.Li today, 33"
    })
    void countsAsXWeighs(String text, int length) {
        assertThat(XText.length(text)).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({"Dr.Li, true", "Praxis.de, true", "https://example.org, false", "HTTP://Example.org, false"})
    void knowsAnAddressThatNobodyMeantToWrite(String text, boolean lacksScheme) {
        assertThat(XText.entities(text)).singleElement().satisfies(entity -> assertThat(XText.lacksScheme(entity))
                .isEqualTo(lacksScheme));
    }

    @ParameterizedTest
    @CsvSource({
        "See Dr.Li now, See http://dr.li now",
        "https://Example.org/, https://example.org",
        "https://example.org/A?b=C#d, https://example.org/A?b=C#d",
        "müller.de, http://xn--mller-kva.de",
        "No link, No link"
    })
    void spellsAddressesOutAsXDoes(String text, String canonical) {
        assertThat(XText.canonical(text)).isEqualTo(canonical);
    }

    @Property
    void spellingOutTwiceChangesNothingMore(@ForAll("texts") String text) {
        assertThat(XText.canonical(XText.canonical(text))).isEqualTo(XText.canonical(text));
    }

    @Property
    void namesWhatItFindsByItsPlace(@ForAll("texts") String text) {
        for (var entity : XText.entities(text)) {
            assertThat(text.substring(entity.getStart(), entity.getEnd())).endsWith(entity.getValue());
            assertThat(entity.getType()).isIn((Object[]) Extractor.Entity.Type.values());
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(List.of(
                        "a",
                        "Dr.Li",
                        "😀",
                        "https://Example.org/x",
                        "https://example.org/",
                        "#flu",
                        "@clinic",
                        "日本",
                        ".",
                        "שלום"))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join(" ", parts));
    }
}
