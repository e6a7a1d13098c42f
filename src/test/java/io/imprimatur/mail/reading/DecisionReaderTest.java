package io.imprimatur.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.flow.TaskDecision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reviewers' words amount to; a false decision is the worst outcome. */
class DecisionReaderTest {

    private static final DecisionReader READER = new DecisionReader(Vocabulary.of(ReadingProperties.defaults()));

    @ParameterizedTest(name = "{0}")
    @MethodSource("phrases")
    void reads(String line) {
        String[] columns = line.split("\t", 2);
        String[] said = columns[1].split(" => ", 2);
        String reason = said.length == 2 ? said[1].replace("\\n", "\n") : "";

        assertThat(outcome(READER.read(said[0].replace("\\n", "\n")))).isEqualTo(columns[0] + "|" + reason);
    }

    static Stream<String> phrases() throws IOException {
        return table().stream().filter(line -> line.indexOf('\t') > 0 && !line.startsWith("#"));
    }

    @Test
    void knowsThirtyPhrasesAndMoreInEachLanguage() throws IOException {
        String language = "";
        Map<String, Long> counts = new TreeMap<>();
        for (String line : table()) {
            language = line.startsWith("## ") ? line.substring(3) : language;
            if (line.indexOf('\t') > 0 && !line.startsWith("#")) {
                counts.merge(language, 1L, Long::sum);
            }
        }
        assertThat(counts).containsOnlyKeys("de", "en", "es", "fr", "it", "nl", "pt");
        assertThat(counts.values()).allMatch(count -> count >= 30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202EApproved",
                "Approved\u202C",
                "Appro\u200Bved",
                "\uFEFFApproved",
                "\u2060Approved",
                "\u2502 Approved",
                "Approved \u2502",
                "\u0430pprove",
                "appr\u043Eved",
                "Approved\u2066, but not",
                "App\u00ADroved"
            })
    void takesNoDecisionFromALineThatLooksOtherThanItReads(String line) {
        assertThat(READER.read(line)).isEqualTo(new Reading.Remark(line));
    }

    @Test
    void seesAConditionBehindHiddenCharacters() {
        assertThat(READER.read("Approved\nb\u200But shorten the title")).isInstanceOf(Reading.Remark.class);
    }

    @Test
    void takesNoDecisionFromAVeryLongLine() {
        assertThat(READER.read("Approved, " + "well written, ".repeat(30))).isInstanceOf(Reading.Remark.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "> Approved\n> Rejected"})
    void findsNothingWhereNothingIsWritten(String written) {
        assertThat(READER.read(written)).isEqualTo(new Reading.Nothing());
    }

    @Test
    void leavesLegalNoticesOutOfReasons() {
        assertThat(READER.read("Rejected: wrong dose\n\nThis message is confidential. If you are not the intended\n"
                        + "recipient, please delete it."))
                .isEqualTo(new Reading.Decided(TaskDecision.REJECT, "wrong dose"));
    }

    @Test
    void lettersOfLawyersBelowAnApprovalAreNoCondition() {
        assertThat(READER.read(
                        "Approved\n\nThis e-mail is confidential. If you are not the intended recipient, delete it."))
                .isEqualTo(new Reading.Decided(TaskDecision.APPROVE, ""));
    }

    @Test
    void acceptsFurtherWordsByConfiguration() {
        ReadingProperties plain = ReadingProperties.defaults();
        DecisionReader reader = new DecisionReader(Vocabulary.of(
                plain.with(List.of("Imprimatur", "nihil obstat"), List.of("corrigenda"), List.of("Non possumus"))));

        assertThat(reader.read("IMPRIMATUR!")).isEqualTo(new Reading.Decided(TaskDecision.APPROVE, ""));
        assertThat(reader.read("Nihil obstat, thanks")).isEqualTo(new Reading.Decided(TaskDecision.APPROVE, ""));
        assertThat(reader.read("Corrigenda: title"))
                .isEqualTo(new Reading.Decided(TaskDecision.REQUEST_CHANGES, "title"));
        assertThat(reader.read("Non possumus")).isEqualTo(new Reading.Unreasoned(TaskDecision.REJECT));
        assertThat(reader.read("Approved")).isEqualTo(new Reading.Decided(TaskDecision.APPROVE, ""));
        assertThat(READER.read("Imprimatur")).isInstanceOf(Reading.Remark.class);
    }

    @Test
    void takesNoDecisionFromWordsBelowAQuotedHeader() {
        ReplyText forwarded = ReplyText.ofText(
                """
                ---------- Forwarded message ---------
                From: Ben <ben@hospital.example>
                Date: Tue, 3 Mar 2026 at 14:05
                Subject: Re: A post waits
                To: Anna <anna@hospital.example>

                Approved
                """);

        assertThat(forwarded.written()).isEqualTo("Approved");
        assertThat(READER.read(forwarded)).isEqualTo(new Reading.Remark("Approved"));
    }

    @Test
    void seesAConditionBelowADelimiter() {
        assertThat(READER.read(ReplyText.ofText("Approved\n---\nbut shorten the title")))
                .isInstanceOf(Reading.Remark.class);
        assertThat(READER.read(ReplyText.ofText("Approved\n-- \nAnna Meier\nLegal")))
                .isEqualTo(new Reading.Decided(TaskDecision.APPROVE, ""));
    }

    private static String outcome(Reading reading) {
        if (reading instanceof Reading.Decided decided) {
            return name(decided.decision()) + "|" + decided.reason();
        } else if (reading instanceof Reading.Unreasoned unreasoned) {
            return name(unreasoned.decision()) + "?|";
        } else if (reading instanceof Reading.Conflicting) {
            return "CONFLICT|";
        }
        return reading instanceof Reading.Remark ? "REMARK|" : "NOTHING|";
    }

    private static String name(TaskDecision decision) {
        return decision == TaskDecision.REQUEST_CHANGES ? "CHANGES" : decision.name();
    }

    private static List<String> table() throws IOException {
        try (InputStream in = DecisionReaderTest.class.getResourceAsStream("phrases.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().collect(Collectors.toList());
        }
    }
}
