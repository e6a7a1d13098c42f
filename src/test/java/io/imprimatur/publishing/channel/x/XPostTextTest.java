package io.imprimatur.publishing.channel.x;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class XPostTextTest {
    @Test
    void putsAddressesInPlaceOfShortOnesAndDropsTheImagesOwn() throws IOException {
        assertThat(
                        paragraphs(
                                """
                                {"text": "A &amp; B &lt;3 https://t.co/aaaaaaaaaa and https://t.co/bbbbbbbbbb https://t.co/cccccccccc",
                                 "entities": {"urls": [
                                  {"url": "https://t.co/aaaaaaaaaa", "expanded_url": "https://example.org/?a=1&amp=2"},
                                  {"url": "https://t.co/bbbbbbbbbb", "expanded_url": "http://Dr.Li"},
                                  {"url": "https://t.co/cccccccccc", "media_key": "3_1",
                                   "expanded_url": "https://x.com/clinic/status/1/photo/1"}]}}
                                """))
                .containsExactly("A & B <3 https://example.org/?a=1&amp=2 and http://dr.li");
    }

    @Test
    void knowsTheImagesOwnAddressWithoutItsKeyToo() throws IOException {
        assertThat(
                        paragraphs(
                                """
                                {"text": "Text https://t.co/cccccccccc", "entities": {"urls": [
                                  {"url": "https://t.co/cccccccccc",
                                   "expanded_url": "https://twitter.com/clinic/status/1/photo/1"}]}}
                                """))
                .containsExactly("Text");
    }

    @Test
    void readsTheWholeOfALongText() throws IOException {
        assertThat(
                        paragraphs(
                                """
                                {"text": "Beginning…", "note_post": {"text": "Beginning\\n\\nEnd https://t.co/aaaaaaaaaa",
                                 "entities": {"urls": [{"url": "https://t.co/aaaaaaaaaa", "expanded_url": "https://example.org"}]}}}
                                """))
                .containsExactly("Beginning", "End https://example.org");
    }

    @Test
    void anAddressThatLeadsElsewhereIsSeen() throws IOException {
        assertThat(
                        paragraphs(
                                """
                                {"text": "See https://t.co/aaaaaaaaaa", "entities": {"urls": [
                                  {"url": "https://t.co/aaaaaaaaaa", "expanded_url": "https://spam.example/x"}]}}
                                """))
                .containsExactly("See https://spam.example/x");
    }

    private static List<String> paragraphs(String post) throws IOException {
        return XPostText.paragraphs(new ObjectMapper().readTree(post));
    }
}
