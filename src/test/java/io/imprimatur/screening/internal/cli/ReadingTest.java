package io.imprimatur.screening.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<p>Call <b>617</b>-555&#45;0123 | 617-555-0123 | 617</b>-555&#45;0123",
                "<p>Jane&nbsp;Roe &amp; John</p> | Roe & John | Roe &amp; John",
                "<div>Jane<br>Roe</div> | Roe | Roe",
                "<table><tr><td>MRN<td>99123456</table> | MRN 99123456 | MRN<td>99123456",
                "<img alt='Jane &quot;JR&quot; Roe'> | Jane \"JR\" Roe | Jane &quot;JR&quot; Roe",
                "<img alt='Jane Roe'> | Jane Roe | Jane Roe",
                "<a href='mailto:a@b.example'>x</a> | mailto:a@b.example | mailto:a@b.example",
                "x<!-- Jane Roe -->y | Jane Roe | Jane Roe",
                "<title>Jane Roe</title> | Jane Roe | Jane Roe",
                "<meta name=description content='Jane Roe'> | Jane Roe | Jane Roe",
                "<textarea>Jane Roe</textarea> | Jane Roe | Jane Roe"
            })
    void htmlIsReadAsItsReaderGetsItAndWithWhatElseLeaves(String source, String read, String place) {
        assertThat(placeOf(HtmlReading.of(source), source, read)).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Call **617**-555\\-0123 | 617-555-0123 | 617**-555\\-0123",
                "_Jane_ Roe | Jane Roe | Jane_ Roe",
                "# Jane *Roe* # | Jane Roe | Jane *Roe",
                "[Jane](https://x.example/a 'Dr. Roe') | https://x.example/a | https://x.example/a",
                "[Jane](https://x.example/a 'Dr. Roe') | Dr. Roe | Dr. Roe",
                "![Jane Roe](p.png) | Jane Roe | Jane Roe",
                "![x](jane-roe.png) | jane-roe.png | jane-roe.png",
                "Jane&nbsp;Roe &amp; John | Roe & John | Roe &amp; John",
                "`Jane Roe` | Jane Roe | Jane Roe",
                "a<br>b Jane <b>R</b>oe | Jane Roe | Jane <b>R</b>oe",
                "Jane<!-- John Doe -->x | John Doe | John Doe",
                "<div title='Jane Roe'>x</div> | Jane Roe | Jane Roe",
                "[x]: https://x.example/jane 'Dr. Roe' | https://x.example/jane | https://x.example/jane"
            })
    void markdownIsReadAsItsReaderGetsItAndWithWhatElseLeaves(String source, String read, String place) {
        assertThat(placeOf(MarkdownReading.of(source), source, read)).isEqualTo(place);
    }

    @Test
    void linesOfOneParagraphBelongTogetherAndParagraphsDoNot() {
        assertThat(MarkdownReading.of("Jane\nRoe\n\nJohn\n\n- a\n- b\n").text()).startsWith("Jane Roe\n\nJohn\n\na\nb");
        assertThat(HtmlReading.of("<p>Jane\n  Roe</p>\n<p>John</p><ul><li>a<li>b</ul>")
                        .text())
                .startsWith("Jane Roe\n\nJohn\n\na\nb");
    }

    @Test
    void codeAndWhatIsPreformattedKeepsItsLines() {
        assertThat(MarkdownReading.of("```\nJane\nRoe\n```\n").text()).contains("Jane\nRoe");
        assertThat(HtmlReading.of("<pre>Jane\nRoe</pre>").text()).contains("Jane\nRoe");
    }

    @Property(tries = 400)
    void everyUnitComesFromSomewhereInTheFile(@ForAll("pages") String source) {
        for (var format : Format.values()) {
            var reading = Format.read(source, "", format);
            for (int at = 0; at < reading.text().length(); at++) {
                assertThat(reading.sourceStart(at)).isBetween(0, source.length());
                assertThat(reading.sourceEnd(at + 1)).isBetween(reading.sourceStart(at), source.length());
            }
        }
    }

    @Provide
    Arbitrary<String> pages() {
        var pieces = Arbitraries.of(
                "<b>",
                "</b>",
                "<p ",
                "alt='",
                "'",
                ">",
                "<!--",
                "-->",
                "&amp;",
                "&",
                ";",
                "&#x1F600;",
                "\ud83d\ude00",
                "**",
                "_",
                "`",
                "[a]",
                "(b)",
                "![",
                "\n",
                "\r\n",
                "\n\n",
                "> ",
                "- ",
                "    ",
                "```",
                "\\",
                "Jane",
                " ",
                "<td>",
                "<table>",
                "<svg>",
                "<script>",
                "<textarea>",
                "\u0000",
                "\ufeff",
                "# ",
                "|");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(40).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(200));
    }

    private static String placeOf(Reading reading, String source, String read) {
        var at = reading.text().indexOf(read);
        assertThat(at).as(reading.text()).isNotNegative();
        return source.substring(reading.sourceStart(at), reading.sourceEnd(at + read.length()));
    }
}
