package io.imprimatur.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Replies of many clients and languages, each with what must be left of it. Both texts are compared character by character,
 * but for line ends (CRLF or LF), blanks at the end of lines and empty lines at the end of the text.
 */
class ReplyTextDataTest {

    @Test
    void leavesWhatThePersonWrote() {
        List<Path> emails = MailData.files("replies/emails", ".txt");
        assertThat(emails).hasSize(64);

        long right = emails.stream()
                .filter(email -> read(email).equals(expected(email)))
                .count();
        System.out.printf("Reply texts: %d of %d as expected%n", right, emails.size());

        assertThat(emails).allSatisfy(email -> assertThat(read(email)).isEqualTo(expected(email)));
    }

    private static String read(Path email) {
        return ReplyText.ofText(new String(MailData.bytes(email), StandardCharsets.UTF_8))
                .written();
    }

    private static String expected(Path email) {
        Path trimmed = email.resolveSibling("../trimmed").resolve(email.getFileName());
        List<String> lines = new String(MailData.bytes(trimmed), StandardCharsets.UTF_8)
                .lines()
                .map(String::stripTrailing)
                .toList();
        return String.join("\n", lines).stripTrailing();
    }
}
