package io.imprimatur.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.flow.TaskDecision;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for reading any mail. */
class AnyMailTest {

    private static final DecisionReader READER = new DecisionReader(Vocabulary.of(ReadingProperties.defaults()));

    @Property(tries = 500)
    void readsAnyBytesWithinBounds(@ForAll byte[] raw) {
        IncomingMail mail = IncomingMail.read(raw, ReadingProperties.defaults());

        assertThat(mail.text().length()).isLessThanOrEqualTo(65_536);
        AutomaticMail.kindOf(mail, Set.of());
        READER.read(ReplyText.of(mail));
    }

    @Property(tries = 500)
    void readsAnyMailOfUsualPieces(@ForAll("mails") String mail) {
        IncomingMail read = IncomingMail.read(mail.getBytes(StandardCharsets.UTF_8), ReadingProperties.defaults());

        assertThat(read.text().lines()).allMatch(line -> line.length() <= 400);
        assertThat(READER.read(ReplyText.of(read))).isNotNull();
        AutomaticMail.kindOf(read, Set.of("a@b.example"));
    }

    @Property(tries = 1_000)
    void writtenWordsComeFromTheText(@ForAll("texts") String text) {
        List<String> lines = text.lines().map(String::strip).toList();

        assertThat(ReplyText.ofText(text).written().lines().map(String::strip))
                .allMatch(line -> line.isEmpty() || lines.contains(line));
    }

    @Property(tries = 1_000)
    void cuttingAgainLeavesNoMore(@ForAll("replies") String text) {
        String once = ReplyText.ofText(text).written();

        assertThat(ReplyText.ofText(once).written()).isEqualTo(once);
    }

    @Property(tries = 1_000)
    void ownMailQuotedInAnyStyleDecidesNothing(@ForAll("lines") List<String> post, @ForAll("styles") Style style) {
        String own = ReplyText.MARKER + "\n\nA post waits for legal review. Answer with Approve, Changes or Reject.\n\n"
                + post.stream().map(line -> "\u2502 " + line).collect(Collectors.joining("\n"));

        assertThat(READER.read(ReplyText.ofText(style.around(own)))).isEqualTo(new Reading.Nothing());
    }

    @Property(tries = 1_000)
    void aPostThatLostTheMarkerDecidesNothing(@ForAll("lines") List<String> post) {
        String own = post.stream().map(line -> "\u2502 " + line).collect(Collectors.joining("\n"));

        assertThat(READER.read(own)).isInstanceOfAny(Reading.Remark.class, Reading.Nothing.class);
    }

    @Property(tries = 1_000)
    void wordsBehindBecauseAreTheReasonOfARejection(@ForAll("words") String reason) {
        assertThat(READER.read("Rejected because of " + reason))
                .satisfiesAnyOf(
                        reading -> assertThat(reading).isEqualTo(new Reading.Decided(TaskDecision.REJECT, reason)),
                        reading -> assertThat(reading)
                                .isInstanceOfAny(Reading.Conflicting.class, Reading.Unreasoned.class));
    }

    /** How a client puts a mail into its answer. */
    enum Style {
        GMAIL("On Tue, Mar 3, 2026 at 2:05 PM Imprimatur <decide+a@hospital.example> wrote:\n\n", "> "),
        OUTLOOK(
                "________________________________\nFrom: Imprimatur <decide+a@hospital.example>\nSent: Tuesday, March 3, 2026 2:05 PM\n"
                        + "To: Anna\nSubject: A post waits\n\n",
                ""),
        APPLE("> On 3 Mar 2026, at 14:05, Imprimatur <decide+a@hospital.example> wrote:\n> \n", "> "),
        THUNDERBIRD("Am 03.03.26 um 14:05 schrieb Imprimatur:\n", "> "),
        YAHOO(
                "Sent from Yahoo Mail\n\nOn Tuesday, March 3, 2026, 2:05 PM, Imprimatur <decide+a@hospital.example> wrote:\n\n",
                ""),
        SAMSUNG(
                "Sent from my Galaxy\n\n-------- Original message --------\nFrom: Imprimatur <decide+a@hospital.example>\n"
                        + "Date: 03/03/2026 14:05 (GMT+01:00)\nTo: anna@hospital.example\nSubject: A post waits\n\n",
                ""),
        NOTES("Imprimatur/Hospital wrote on 03/03/2026 02:05:11 PM:\n\n", "> "),
        BARE("\n", "");

        private final String before;
        private final String sign;

        Style(String before, String sign) {
            this.before = before;
            this.sign = sign;
        }

        String around(String own) {
            return "\n\n" + before + own.lines().map(line -> sign + line).collect(Collectors.joining("\n"));
        }
    }

    @Provide
    Arbitrary<Style> styles() {
        return Arbitraries.of(Style.class);
    }

    @Provide
    Arbitrary<String> line() {
        return Arbitraries.of(
                "Approved",
                "Rejected: no",
                "Genehmigt",
                "",
                "> quoted",
                "On 3 May 2026 at 14:05, Anna <a@b.example> wrote:",
                "-- ",
                "____",
                "From: Anna <a@b.example>",
                "Sent: Tuesday, March 3, 2026",
                "To: Ben",
                "Subject: x",
                "Sent from my iPhone",
                "-----Original Message-----",
                "The text is fine.",
                "but shorten it",
                "  indented",
                "wrote:",
                "| bar",
                "```");
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return line().list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<String> texts() {
        return lines().map(lines -> String.join("\n", lines));
    }

    /** Words, an attribution and a quotation, as replies are built. */
    @Provide
    Arbitrary<String> replies() {
        Arbitrary<String> words = Arbitraries.of("Approved", "The text is fine.", "Please shorten it.", "")
                .list()
                .ofMaxSize(6)
                .map(lines -> String.join("\n", lines));
        return words.flatMap(own -> styles().map(style -> own + style.around("We are open.\nCome and see us.")));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of("the dose", "an image", "Anna", "title 2", "wrong", "sources")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(words -> String.join(" ", words));
    }

    @Provide
    Arbitrary<String> mails() {
        return Arbitraries.of(
                        "From: a@b.example\n",
                        "Content-Type: multipart/mixed; boundary=b\n",
                        "Content-Type: text/html\n",
                        "Content-Type: multipart/report; boundary=b\n",
                        "Content-Type: message/delivery-status\n",
                        "Content-Transfer-Encoding: base64\n",
                        "\n",
                        "--b\n",
                        "--b--\n",
                        "Approved\n",
                        "<p>Approved<blockquote>",
                        "Status: 5.1.1\n",
                        "Subject: Undeliverable: x\n",
                        "Auto-Submitted: no\n",
                        " folded\n",
                        "=?utf-8?Q?x?=",
                        "> quoted\n",
                        "550 5.1.1 <a@b.example> unknown\n",
                        "\0")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }
}
