package io.imprimatur.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is read from a mail's bytes. */
class IncomingMailTest {

    @Test
    void readsFieldsUnfoldedAndDecoded() {
        IncomingMail mail = mail(
                "Received: one\r\nreceived: two\r\nSubject: =?utf-8?Q?Ein_Beitrag?=\r\n =?utf-8?Q?_wartet?=\r\n\r\n");

        assertThat(mail.header("RECEIVED")).containsExactly("one", "two");
        assertThat(mail.header("Subject")).containsExactly("Ein Beitrag wartet");
        assertThat(mail.header("To")).isEmpty();
    }

    @Test
    void leavesNoLineBreakInAField() {
        IncomingMail mail = mail("Subject: =?utf-8?Q?x=0D=0ABcc:_ben=40evil.example?=\r\n\r\n");

        assertThat(mail.header("Subject")).containsExactly("x  Bcc: ben@evil.example");
    }

    @Test
    void findsRecipientsWhereverDeliveryLeftThem() {
        IncomingMail mail = mail(
                """
                Delivered-To: Decide+TOKEN@hospital.example
                X-Original-To: decide+token@hospital.example
                Envelope-To: <decide+bounce-17@hospital.example>
                To: "Decide, please" <decide@hospital.example>, ben@hospital.example
                Cc: reviewers: carla@hospital.example;

                x
                """);

        assertThat(mail.recipients())
                .containsExactly(
                        "decide+token@hospital.example",
                        "decide+bounce-17@hospital.example",
                        "decide@hospital.example",
                        "ben@hospital.example",
                        "carla@hospital.example");
    }

    @Test
    void ordersReferencesNewestFirst() {
        IncomingMail mail = mail("Message-ID: <4@x>\nIn-Reply-To: <3@x>\nReferences: <1@x> <2@x>\n\t<3@x>\n\n");

        assertThat(mail.messageId()).contains("4@x");
        assertThat(mail.references()).containsExactly("3@x", "2@x", "1@x");
    }

    @Test
    void takesNoIdWithOtherCharactersOrOfAnyLength() {
        assertThat(mail("Message-ID: <a b@x>\n\n").messageId()).isEmpty();
        assertThat(mail("Message-ID: <\u00E4@x>\n\n").messageId()).isEmpty();
        assertThat(mail("Message-ID: <" + "a".repeat(250) + "@x>\n\n").messageId())
                .isEmpty();
        assertThat(mail("Message-ID: a@[127.0.0.1]\n\n").messageId()).contains("a@[127.0.0.1]");
    }

    @Test
    void decodesText() {
        assertThat(text("Content-Transfer-Encoding: base64\n\nR2VuZWhtaWd0LCBkYW5rZSE="))
                .isEqualTo("Genehmigt, danke!");
        assertThat(text("Content-Transfer-Encoding: quoted-printable\n\nApprouv=C3=A9, mer=\nci"))
                .isEqualTo("Approuv\u00E9, merci");
        assertThat(text("Content-Type: text/plain; charset=\"ISO-2022-JP\"\n\n\u001B$B>5G'\u001B(B"))
                .isEqualTo("\u627F\u8A8D");
        assertThat(text("Content-Type: text/plain; charset=x-none\n\n\u00C4nderungen"))
                .isEqualTo("\u00C4nderungen");
        assertThat(IncomingMail.read(
                                "\n\u00C4nderungen".getBytes(Charset.forName("windows-1252")),
                                ReadingProperties.defaults())
                        .text())
                .isEqualTo("\u00C4nderungen");
    }

    @Test
    void unfoldsFlowedText() {
        String flowed = "Content-Type: text/plain; format=flowed\n\n";

        assertThat(text(flowed
                        + "Approved because the \nfacts are right.\n From Anna\n-- \nAnna\n> quoted \n> words\n"))
                .isEqualTo("Approved because the facts are right.\nFrom Anna\n-- \nAnna\n> quoted words\n");
        assertThat(text("Content-Type: text/plain; format=flowed; delsp=yes\n\nGeneh \nmigt"))
                .isEqualTo("Genehmigt\n");
    }

    @Test
    void readsInlineTextsAndNoAttachments() {
        String mixed =
                """
                Content-Type: multipart/mixed; boundary="b b"

                preamble
                --b b
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                Approved
                --b
                Content-Type: text/html

                <p>Rejected</p>
                --b--
                --b b
                Content-Type: text/plain
                Content-Disposition: attachment; filename="x.txt"

                Rejected
                --b b
                Content-Type: message/rfc822

                Subject: x

                Rejected
                --b b
                Content-Type: text/plain

                footer of a list
                --b b--
                epilogue
                """;

        assertThat(text(mixed)).isEqualTo("Approved\nfooter of a list");
    }

    @Test
    void ordersLinesAndDropsControlCharacters() {
        assertThat(text("\none\r\ntwo\rthree\u2028four\u0000\u0007\tfive")).isEqualTo("one\ntwo\nthree\nfour\tfive");
    }

    private static String text(String mail) {
        return mail(mail).text();
    }

    private static IncomingMail mail(String mail) {
        return IncomingMail.read(mail.getBytes(StandardCharsets.UTF_8), ReadingProperties.defaults());
    }
}
