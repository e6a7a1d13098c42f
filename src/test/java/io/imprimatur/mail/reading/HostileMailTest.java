package io.imprimatur.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in, reading ends, within its bounds and without an exception. */
class HostileMailTest {

    /** Only against hangs; each takes well under a second. */
    private static final Duration LONG = Duration.ofSeconds(60);

    private static final String HEAD = "From: Anna <anna@hospital.example>\r\nSubject: Re: A post\r\n";
    private static final String PLAIN = HEAD + "Content-Type: text/plain; charset=utf-8\r\n\r\n";
    private static final String HTML = HEAD + "Content-Type: text/html\r\n\r\n";

    @ParameterizedTest
    @MethodSource("mails")
    void readsWithinBounds(byte[] raw) {
        assertTimeoutPreemptively(LONG, () -> {
            ReadingProperties bounds = ReadingProperties.defaults();
            IncomingMail mail = IncomingMail.read(raw, bounds);

            assertThat(mail.text()).hasSizeLessThanOrEqualTo(bounds.maxText());
            assertThat(mail.text().lines().count()).isLessThanOrEqualTo(bounds.maxLines() + 1);
            assertThat(mail.text().lines()).allMatch(line -> line.length() <= bounds.maxLineLength());
            assertThat(mail.recipients()).hasSizeLessThanOrEqualTo(100);
            assertThat(mail.references()).hasSizeLessThanOrEqualTo(50);
            assertThat(mail.sender()).isNotNull();
            AutomaticMail.kindOf(mail, Set.of());
            String written = ReplyText.of(mail).written();
            assertThat(written.length()).isLessThanOrEqualTo(mail.text().length());
            new DecisionReader(Vocabulary.of(bounds)).read(ReplyText.of(mail));
        });
    }

    static Stream<Named<byte[]>> mails() {
        return Stream.of(
                named("nothing", ""),
                named("a line end", "\n"),
                named("one byte", "x"),
                named("header without body", HEAD),
                named("10 MB of text", PLAIN + "All is well. ".repeat(800_000)),
                named("100,000 lines", PLAIN + "line\r\n".repeat(100_000)),
                named(
                        "100,000 quotations",
                        PLAIN + "> On 3 May 2026 at 14:05, Anna <a@b.example> wrote:\n".repeat(100_000)),
                named(
                        "100,000 attributions",
                        PLAIN + "On 3 May 2026 at 14:05, Anna <a@b.example> wrote:\n".repeat(100_000)),
                named("attributions that never end", PLAIN + "On 3 May 2026 at 14:05 >:\n".repeat(100_000)),
                named("headers that never end", PLAIN + "From: a@b.example\nSubject: x\n".repeat(50_000)),
                named("one line of 1 MB", PLAIN + "x".repeat(1_000_000)),
                named("one line of 1 MB of brackets", PLAIN + "<".repeat(500_000) + "@".repeat(500_000)),
                named("one header line of 1 MB", "From: " + "a@b.example,".repeat(90_000) + "\r\n\r\ntext"),
                named(
                        "folded header of 1 MB",
                        "To: a@b.example,\r\n" + " a@b.example,\r\n".repeat(70_000) + "\r\ntext"),
                named("100,000 headers", "X-Field: value\r\n".repeat(100_000) + "\r\ntext"),
                named("100,000 From fields", "From: a@b.example\r\n".repeat(100_000) + "\r\ntext"),
                named("100,000 references", "References: " + "<a@b>\r\n ".repeat(100_000) + "\r\n\r\ntext"),
                named("encoded words", "Subject: " + "=?utf-8?B?YWFh?= ".repeat(50_000) + "\r\n\r\ntext"),
                named("broken encoded words", "Subject: " + "=?utf-8?B?=?=?q?".repeat(50_000) + "\r\n\r\ntext"),
                named("multiparts 1,000 deep", nested(1_000)),
                named(
                        "100,000 parts",
                        HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                                + "--b\r\n\r\ntext\r\n".repeat(100_000)),
                named(
                        "empty boundary",
                        HEAD + "Content-Type: multipart/mixed; boundary=\"\"\r\n\r\n" + "--\r\n".repeat(10_000)),
                named("missing boundary", HEAD + "Content-Type: multipart/mixed\r\n\r\n--b\r\n\r\ntext\r\n--b--"),
                named("boundary that never comes", HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\ntext"),
                named("broken base64", HEAD + "Content-Transfer-Encoding: base64\r\n\r\n" + "!=A=*".repeat(100_000)),
                named(
                        "broken quoted-printable",
                        HEAD + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + "=\t =X=3 ".repeat(200_000)),
                named("unknown charset", HEAD + "Content-Type: text/plain; charset=x-none\r\n\r\n\u00E4\u00F6"),
                named(
                        "impossible charset",
                        HEAD + "Content-Type: text/plain; charset=\"\u0000 ;\"\r\n\r\n\u00E4\u00F6"),
                named("a charset of two bytes, cut", HEAD + "Content-Type: text/plain; charset=utf-16\r\n\r\nabc"),
                named("zero bytes", "\u0000".repeat(1_000_000)),
                named("HTML 100,000 deep", HTML + "<div>".repeat(100_000) + "Approved"),
                named("HTML bold 100,000 deep", HTML + "<b><i><p>".repeat(100_000) + "Approved"),
                named("HTML tables 100,000 deep", HTML + "<table><tr><td>".repeat(60_000) + "Approved"),
                named("HTML of 10 MB", HTML + "<p>Well</p>".repeat(900_000)),
                named("HTML of broken tags", HTML + "<a <b \"'<!--".repeat(100_000)),
                named("HTML of formatting to reopen", HTML + "<a><b><font></p>".repeat(30_000)),
                named("HTML attributes", HTML + "<p " + "a='b' ".repeat(100_000) + ">Approved"),
                named(
                        "a bounce of 100,000 groups",
                        HEAD + "Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\n"
                                + "Content-Type: message/delivery-status\r\n\r\n"
                                + "Status: 5.1.1\r\nFinal-Recipient: rfc822; a@b.example\r\n\r\n".repeat(100_000)),
                Named.of("random bytes", random()),
                Named.of("every byte", everyByte()));
    }

    private static Named<byte[]> named(String name, String mail) {
        return Named.of(name, mail.getBytes(StandardCharsets.UTF_8));
    }

    private static String nested(int depth) {
        StringBuilder mail = new StringBuilder(HEAD);
        for (int level = 0; level < depth; level++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(level)
                    .append("\r\n\r\n--b")
                    .append(level)
                    .append("\r\n");
        }
        return mail.append("\r\nApproved").toString();
    }

    private static byte[] random() {
        byte[] bytes = new byte[1_000_000];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static byte[] everyByte() {
        byte[] bytes = new byte[100_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return Arrays.copyOf(bytes, bytes.length);
    }
}
