package io.imprimatur.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replies that come as HTML alone, in the markup of their clients. */
class HtmlReplyTest {

    private static final String POST = "<div><p>Rejected: never mind</p><p>We are open on Sundays.</p></div>";

    @ParameterizedTest
    @MethodSource("clients")
    void leavesTheWrittenWords(String html) {
        ReplyText reply = ReplyText.of(mail(html));

        assertThat(reply.written()).isEqualTo("Approved, thanks!\n\nAnna");
        assertThat(reply.ownFirst()).isTrue();
    }

    static Stream<Named<String>> clients() {
        String words = "<div>Approved, thanks!</div><div><br></div><div>Anna</div>";
        return Stream.of(
                Named.of(
                        "Gmail",
                        "<div dir=ltr>" + words + "</div><br><div class=\"gmail_quote gmail_quote_container\">"
                                + "<div dir=ltr class=gmail_attr>Qawarqa, Imprimatur &lt;<a href=x>decide@hospital.example</a>&gt;:<br></div>"
                                + "<blockquote class=gmail_quote>" + POST + "</blockquote></div>"),
                Named.of(
                        "Outlook desktop",
                        "<body><div class=WordSection1><p class=MsoNormal>Approved, thanks!</p>"
                                + "<p class=MsoNormal>Anna<o:p></o:p></p><div style='border-top:solid #E1E1E1 1.0pt'>"
                                + "<p class=MsoNormal><b>From:</b> Imprimatur &lt;decide@hospital.example&gt;<br><b>Sent:</b> Tuesday, March 3, 2026 2:05 PM<br>"
                                + "<b>To:</b> Anna<br><b>Subject:</b> A post waits</p></div>" + POST + "</div></body>"),
                Named.of(
                        "Outlook web",
                        words + "<div id=appendonsend></div><hr style='width:98%'>"
                                + "<div id=divRplyFwdMsg dir=ltr><b>Qawarqa:</b> Imprimatur</div>" + POST),
                Named.of(
                        "Outlook phone",
                        words + "<div id=ms-outlook-mobile-signature>Get <a href=x>Outlook for iOS</a></div>"
                                + "<div id=\"mail-editor-reference-message-container\"><hr>" + POST + "</div>"),
                Named.of("Outlook, its ids renamed", words + "<hr><div id=x_divRplyFwdMsg>" + POST + "</div>"),
                Named.of(
                        "Apple Mail",
                        words + "<br><div><blockquote type=cite><div>On 3 Mar 2026, at 14:05, Imprimatur wrote:</div>"
                                + POST + "</blockquote></div>"),
                Named.of(
                        "Thunderbird",
                        "<p>Approved, thanks!</p><p>Anna</p><div class=moz-cite-prefix>Qawarqa 03.03.26, Imprimatur:<br></div>"
                                + "<blockquote type=cite cite='mid:x'>" + POST + "</blockquote>"),
                Named.of(
                        "Yahoo",
                        words + "<div id=yahoo_quoted_1 class=yahoo_quoted><div>Qawarqa</div>" + POST + "</div>"),
                Named.of(
                        "Proton",
                        words + "<div class=protonmail_quote>Qawarqa<br><blockquote type=cite>" + POST
                                + "</blockquote></div>"),
                Named.of("GMX", words + "<div name=quote style='margin:10px'><div>Qawarqa</div>" + POST + "</div>"),
                Named.of("Zimbra", words + "<hr id=zwchr><div>Qawarqa</div>" + POST));
    }

    @Test
    void readsLinesAsAPersonSeesThem() {
        assertThat(mail("<style>p{}</style><title>Rejected</title><div style='display: none'>Rejected</div>"
                                + "<p>Approved,\n  thanks<br>Anna</p><ul><li>one<li>two</ul><script>x</script>")
                        .text()
                        .strip())
                .isEqualTo("Approved, thanks\nAnna\n\none\ntwo");
    }

    @Test
    void keepsTheMarksOfAQuotedPost() {
        String marked = mail("<p>\u2060Approved</p>").text();

        assertThat(marked).startsWith("\u2060Approved");
        assertThat(new DecisionReader(Vocabulary.of(ReadingProperties.defaults())).read(marked))
                .isInstanceOf(Reading.Remark.class);
    }

    @Test
    void prefersPlainTextUnlessItIsEmpty() {
        String head =
                "From: a@b.example\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n";
        String tail = "\n--b\nContent-Type: text/html\n\n<p>Rejected</p>\n--b--\n";

        assertThat(read(head + "Approved" + tail).text()).isEqualTo("Approved");
        assertThat(read(head + " " + tail).text().strip()).isEqualTo("Rejected");
    }

    private static IncomingMail mail(String html) {
        return read("From: a@b.example\nContent-Type: text/html; charset=utf-8\n\n" + html);
    }

    private static IncomingMail read(String mail) {
        return IncomingMail.read(mail.getBytes(StandardCharsets.UTF_8), ReadingProperties.defaults());
    }
}
