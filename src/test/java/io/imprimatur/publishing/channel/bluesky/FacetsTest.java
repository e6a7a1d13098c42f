package io.imprimatur.publishing.channel.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacetsTest {
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See https://example.org/a?b=c#d now | https://example.org/a?b=c#d",
                "See https://example.org. Then | https://example.org",
                "(https://example.org/x) | https://example.org/x",
                "https://example.org/a_(b) | https://example.org/a_(b)",
                "<a href=\"https://example.org\">x</a> | https://example.org",
                "Go to HTTPS://Example.org! | HTTPS://Example.org",
                "Dr.Li is in example.org today | ''",
                "xhttps://example.org | ''",
                "http:// and https://. | ''",
                "#flu, #Grippe2026! | flu Grippe2026",
                "a#b #2026 # ## #! | ''",
                "#עברית ＃日本 | עברית 日本",
                "#a\u200bb | a",
                "#https://example.org | https://example.org",
                "@clinic.bsky.social | ''"
            })
    void findsWhatBlueskysOwnProgramsFind(String text, String targets) {
        assertThat(Facets.of(text, null).stream().map(Facet::target))
                .containsExactlyElementsOf(Arrays.stream(targets.split(" "))
                        .filter(t -> !t.isEmpty())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"https://example.org/a).", "https://example.org/x'"})
    void linksThePostsOwnLinkAsAWhole(String address) {
        var text = "Read https://example.org/one\n\n" + address;
        assertThat(Facets.of(text, URI.create(address)))
                .extracting(Facet::target)
                .containsExactly("https://example.org/one", address);
    }

    @Property
    void namesInBytesWhatItFoundInCharacters(
            @ForAll @StringLength(max = 40) String before, @ForAll("words") String after) {
        var text = wellFormed(before) + " https://example.org/é " + after + " #Grüße";
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (var facet : Facets.of(text, null)) {
            var index = json.valueToTree(facet.json(text)).path("index");
            var part = new String(
                    Arrays.copyOfRange(
                            bytes,
                            index.path("byteStart").asInt(),
                            index.path("byteEnd").asInt()),
                    StandardCharsets.UTF_8);
            assertThat(part).isEqualTo(text.substring(facet.start(), facet.end()));
            assertThat(part).endsWith(facet.target());
        }
        assertThat(Facets.of(text, null)).extracting(Facet::target).contains("https://example.org/é", "Grüße");
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<String> words() {
        return net.jqwik.api.Arbitraries.of(List.of("😀", "👨‍👩‍👧", "#a", "https://x.org/(", "שלום", "e\u0301", ""))
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join(" ", parts));
    }

    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
