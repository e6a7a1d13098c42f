package io.imprimatur.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody decided anything in these mails. */
class NoFalseDecisionDataTest {

    private static final DecisionReader READER = new DecisionReader(Vocabulary.of(ReadingProperties.defaults()));
    private static final double HARDLY_EVER = 0.0005;

    @Test
    void findsNoDecisionInAnyMail() {
        List<Path> files = files().toList();
        System.out.printf("No false decision: %d mails%n", files.size());

        assertThat(files).hasSizeGreaterThan(800).allSatisfy(file -> {
            assertThat(deciding(READER.read(ReplyText.of(MailData.mail(file))))).isFalse();
            assertThat(deciding(READER.read(ReplyText.of(MailData.mail(file)).written())))
                    .isFalse();
            assertThat(deciding(READER.read(ReplyText.ofText(text(file))))).isFalse();
        });
    }

    @Test
    void findsHardlyADecisionInAnyLine() {
        List<String> lines = files().flatMap(file -> text(file).lines()).toList();
        List<String> deciding = new ArrayList<>();
        for (String line : lines) {
            if (deciding(READER.read(line))) {
                deciding.add(line);
            }
        }
        System.out.printf("No false decision: %d of %d single lines would decide%n", deciding.size(), lines.size());

        assertThat(Set.copyOf(deciding).size()).isLessThanOrEqualTo((int) (lines.size() * HARDLY_EVER));
    }

    private static boolean deciding(Reading reading) {
        return reading instanceof Reading.Decided || reading instanceof Reading.Unreasoned;
    }

    private static Stream<Path> files() {
        return Stream.of(
                        "automatic",
                        "automatic/not-automatic",
                        "replies/emails",
                        "replies/trimmed",
                        "replies/elided",
                        "replies/embedded")
                .flatMap(folder -> MailData.files(folder, folder.startsWith("replies") ? ".txt" : ".eml").stream());
    }

    private static String text(Path file) {
        byte[] bytes = MailData.bytes(file);
        return Decoding.text(bytes, 0, bytes.length, StandardCharsets.UTF_8.name());
    }
}
