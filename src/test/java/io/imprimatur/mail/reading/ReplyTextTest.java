package io.imprimatur.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of replies that many clients sent. */
class ReplyTextTest {

    private static final String OTHERS =
            "Rejected: never mind\n\nWe are open on Sundays.\nCome and see us.\n\nThe hospital";

    @ParameterizedTest(name = "{0}")
    @MethodSource("clients")
    void leavesTheWrittenWords(String text, String written) {
        ReplyText reply = ReplyText.ofText(text);

        assertThat(reply.written()).isEqualTo(written);
        assertThat(reply.ownFirst()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clients")
    void findsNothingWhereNothingWasAdded(String text, String written) {
        String bare = text.substring(text.indexOf(written) + written.length());

        Reading reading = new DecisionReader(Vocabulary.of(ReadingProperties.defaults())).read(ReplyText.ofText(bare));

        assertThat(reading).isInstanceOfAny(Reading.Nothing.class, Reading.Remark.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "##- Please write your answer above this line -##",
                "> ##- Please write your answer above this line -##",
                ">> ##- Please write your answer above this line -##",
                "| ##- Please write your answer above this line -##",
                "  ##- Please write your answer above this line -##",
                "*##- Please write your answer above this line -##*",
                "> ##- Please write your answer\n> above this line -##",
                "> ##- Please write your answer above\nthis line -##",
                "\u00A0##\u2013 Please write your answer above this line \u2013##",
                "##- PLEASE WRITE YOUR ANSWER ABOVE THIS LINE -##"
            })
    void cutsAtItsOwnMarker(String marker) {
        assertThat(ReplyText.ofText("Approved\n\n" + marker + "\nRejected\n").written())
                .isEqualTo("Approved");
        assertThat(ReplyText.ofText(marker + "\nRejected\n").written()).isEmpty();
    }

    @Test
    void dropsAnAttributionOfUnknownFormBeforeTheMarker() {
        assertThat(ReplyText.ofText(
                                "Approved\n\nDecide @ Hospital, 3. 3. 2026\nqawarqa:\n\n" + ReplyText.MARKER + "\nx")
                        .written())
                .isEqualTo("Approved");
    }

    @Test
    void keepsAnswersBetweenQuotations() {
        String text = "On 03/03/2026 14:05, Anna wrote:\n> Is it right?\n\nNot quite.\n\n> And this?\n\nYes.\n";

        assertThat(ReplyText.ofText(text).written()).isEqualTo("> Is it right?\n\nNot quite.\n\n> And this?\n\nYes.");
        assertThat(ReplyText.ofText(text).ownFirst()).isFalse();
    }

    @Test
    void keepsCodeWithRules() {
        assertThat(ReplyText.ofText("See\n```\n----\nx\n```\nDone").written())
                .isEqualTo("See\n```\n----\nx\n```\nDone");
    }

    static Stream<Arguments> clients() throws IOException {
        try (InputStream in = ReplyTextTest.class.getResourceAsStream("clients.txt")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("\n=== ")).skip(1).map(ReplyTextTest::client).toList().stream();
        }
    }

    private static Arguments client(String section) {
        int name = section.indexOf('\n');
        int divider = section.indexOf("\n---\n");
        String quoted = OTHERS.lines().map(line -> ("> " + line).strip()).collect(Collectors.joining("\n"));
        String text = section.substring(divider + 5).replace("{quoted}", quoted).replace("{copied}", OTHERS);
        return Arguments.of(Named.of(section.substring(0, name), text), section.substring(name + 1, divider));
    }
}
