package io.imprimatur.mail.authenticity;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.mail.authenticity.Authenticity.Proven;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ResultsPropertyTest {
    private static final String GOOD =
            "mx.clinic.example 1; spf=pass smtp.mailfrom=\"a b\"@x.example; dkim=fail (why; not) header.d=x.example;"
                    + " dmarc=pass (p=none) header.from=partner.example";

    /** Whatever is believed must at least say all of this. */
    private static void believedOnlyIfSaid(String value) {
        var judged = ReceiverVerdictTest.judge(Map.of(), "Authentication-Results: " + value);
        if (judged instanceof Proven) {
            assertThat(value.toLowerCase(java.util.Locale.ROOT))
                    .contains("mx.clinic.example", "dmarc", "pass", "header", "from", "partner.example");
            assertThat(AuthenticationResults.parse(value)).hasValueSatisfying(results -> assertThat(results.results())
                    .filteredOn(result -> result.method().equals("dmarc"))
                    .hasSize(1)
                    .allMatch(result -> result.result().equals("pass")));
        }
    }

    @Property(tries = 5000)
    void wordsInAnyOrderAreNeverTooMuch(@ForAll("words") String value) {
        believedOnlyIfSaid(value);
    }

    @Property(tries = 5000)
    void aMutatedFieldIsNeverTooMuch(@ForAll("mutations") String value) {
        believedOnlyIfSaid(value);
    }

    @Property(tries = 2000)
    void howeverAPassIsWrittenItProvesAndOnlyForItsDomain(
            @ForAll("gaps") String gap, @ForAll("others") String before, @ForAll("others") String after) {
        var value = "mx.clinic.example" + gap + ";" + before + gap + "DMARC" + gap + "=" + gap + "pass" + gap
                + " header.from=" + gap + "partner.example" + gap
                + (after.isEmpty() ? "" : ";" + after.replace(";", ""));
        assertThat(ReceiverVerdictTest.judge(Map.of(), "Authentication-Results: " + value))
                .isEqualTo(ReceiverVerdictTest.PROVEN);
        for (var changed : java.util.List.of(
                value.replace("=" + gap + "pass", "=" + gap + "fail"),
                value.replace("mx.clinic.example", "mx.clinic.example.evil.example"),
                value.replace("from=" + gap + "partner.example", "from=" + gap + "evil.example"),
                value + "; dmarc=pass header.from=partner.example")) {
            assertThat(ReceiverVerdictTest.judge(Map.of(), "Authentication-Results: " + changed))
                    .isNotInstanceOf(Proven.class);
        }
    }

    @Provide
    Arbitrary<String> gaps() {
        return Arbitraries.of("", " ", "\t", "\r\n ", " (a; b=c) ", "(\"( \\) )\")", " (dmarc=fail; (x))");
    }

    @Provide
    Arbitrary<String> others() {
        return Arbitraries.of(
                "",
                " spf=pass smtp.mailfrom=a@partner.example;",
                " dkim=fail (no key) header.d=x.example header.b=\"a;b\";",
                " arc=none; iprev=pass policy.iprev=192.0.2.7 (mail.x.example);",
                " spf=softfail reason=\"dmarc=pass; header.from=x\" smtp.helo=x;");
    }

    @Property(tries = 1000)
    void aForeignNameIsNeverBelieved(@ForAll("words") String rest) {
        assertThat(ReceiverVerdictTest.judge(Map.of(), "Authentication-Results: evil.example; " + rest))
                .isNotInstanceOf(Proven.class);
    }

    @Property(tries = 1000)
    void bytesOfAnySortAreSurvived(@ForAll byte[] mail) {
        var check = Senders.check(Map.of("imprimatur.mail.authenticity.authserv-id", "x"), name -> java.util.List.of());
        assertThat(check.of(mail, "a@b.example")).isNotInstanceOf(Proven.class);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(
                        "mx.clinic.example",
                        "1",
                        ";",
                        "dmarc",
                        "=",
                        "pass",
                        "fail",
                        "none",
                        "header",
                        ".",
                        "from",
                        "partner.example",
                        "evil.example",
                        "(",
                        ")",
                        "\"",
                        "\\",
                        "/",
                        " ",
                        "\t",
                        "@",
                        "dmarc=pass",
                        "header.from=partner.example",
                        "spf=pass",
                        "reason=",
                        "\u00e4",
                        "\r\n ")
                .list()
                .ofMaxSize(30)
                .map(words -> String.join("", words));
    }

    @Provide
    Arbitrary<String> mutations() {
        var place = Arbitraries.integers().between(0, GOOD.length() - 1);
        var piece =
                Arbitraries.of("", ";", "(", ")", "\"", "\\", "=", " ", "evil.example", "; dmarc=fail", "\0", "none");
        return net.jqwik.api.Combinators.combine(place, place, piece)
                .as((from, length, text) ->
                        GOOD.substring(0, from) + text + GOOD.substring(Math.min(GOOD.length(), from + length % 5)));
    }
}
