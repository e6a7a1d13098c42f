package io.imprimatur.flow.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes come, the answer is clear and the effort bounded. */
class FlowRobustnessTest {
    private static final int TRUNCATIONS_A_MODEL = 60;
    private static final int BYTE_MUTANTS = 1000;

    private final FlowCheck check = Checks.check(new CheckTerms(Checks.REQUIRED, 20_000, Duration.ofSeconds(3)));

    @Test
    void aTruncatedModelIsNoXml() {
        Checks.models().forEach((name, xml) -> {
            for (int i = 0; i < TRUNCATIONS_A_MODEL; i++) {
                var cut = Arrays.copyOf(xml, (int) ((long) xml.length * i / TRUNCATIONS_A_MODEL));
                assertThat(check.check(Map.of(name, cut)))
                        .extracting(Violation::rule)
                        .containsExactly("xml");
            }
        });
    }

    @Test
    void bytesThatChangedGetAnAnswer() {
        var random = new Random(7);
        var models = List.copyOf(Checks.models().entrySet());
        var files = Checks.forms();
        int refused = 0;
        for (int i = 0; i < BYTE_MUTANTS; i++) {
            var model = models.get(i % models.size());
            var xml = model.getValue().clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                xml[random.nextInt(xml.length)] = (byte) (32 + random.nextInt(95));
            }
            files.put("mutant.bpmn", xml);
            var violations = check.check(files);
            refused += violations.isEmpty() ? 0 : 1;
            assertThat(violations).allSatisfy(FlowRobustnessTest::isClear);
        }
        assertThat(refused).isGreaterThan(BYTE_MUTANTS / 4);
    }

    @Test
    void tenMegabytesAreRefusedUnread() {
        assertThat(check.check(Map.of("a.bpmn", new byte[10_000_000])))
                .extracting(Violation::rule)
                .containsExactly("file-too-large");
    }

    @Test
    void entitiesAreRefused() {
        var bomb =
                "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>"
                        + "<d>&c;</d>";
        var external = "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><d>&a;</d>";
        for (var xml : List.of(bomb, external)) {
            assertThat(check.check(Map.of("a.bpmn", xml.getBytes(UTF_8))))
                    .extracting(Violation::rule)
                    .containsExactly("xml");
        }
    }

    @Test
    void aForeignNamespaceIsNoFlow() {
        Checks.models().forEach((name, xml) -> {
            var foreign = new String(xml, UTF_8).replace("spec/BPMN/20100524/MODEL", "spec/BPMN/other");
            assertThat(check.check(Map.of(name, foreign.getBytes(UTF_8))))
                    .extracting(Violation::rule)
                    .contains("element");
        });
    }

    @Test
    void tenThousandElementsInARowAreProven() {
        var drawing = Drawing.of("p").start("s");
        var before = "s";
        for (int i = 0; i < 5000; i++) {
            drawing.raw("<bpmn:manualTask id='t" + i + "'/>").flow(before, "t" + i);
            before = "t" + i;
        }
        assertThat(check.check(
                        Map.of("a.bpmn", drawing.end("e").flow(before, "e").bytes())))
                .isEmpty();
    }

    @Test
    void manyBranchesSideBySideAreTooLarge() {
        var drawing = Drawing.of("p")
                .start("s")
                .and("fork")
                .and("join")
                .end("e")
                .flow("s", "fork")
                .flow("join", "e");
        for (int i = 0; i < 40; i++) {
            drawing.review("t" + i, "stage" + i).flow("fork", "t" + i, "join");
        }
        assertThat(check.check(Map.of("a.bpmn", drawing.bytes())))
                .extracting(Violation::rule)
                .containsExactly("too-large");
    }

    @Test
    void callsThatFanOutAgainAndAgainAreBounded() {
        var drawing = Drawing.of("p0")
                .start("s0")
                .call("a0", "p1")
                .call("b0", "p1")
                .end("e0")
                .flow("s0", "a0", "b0", "e0");
        for (int i = 1; i < 30; i++) {
            drawing.nextProcess("p" + i)
                    .start("s" + i)
                    .call("a" + i, "p" + (i + 1))
                    .call("b" + i, "p" + (i + 1))
                    .end("e" + i)
                    .flow("s" + i, "a" + i, "b" + i, "e" + i);
        }
        drawing.nextProcess("p30").start("s30").draft("d").end("e30").flow("s30", "d", "e30");
        assertThat(check.check(Map.of("a.bpmn", drawing.bytes()))).isNotEmpty().allSatisfy(FlowRobustnessTest::isClear);
    }

    @Test
    void thousandsOfBranchesAreNotKeptInEachState() {
        var drawing = Drawing.of("p").start("s").and("fork").end("e").flow("s", "fork");
        for (int i = 0; i < 4000; i++) {
            drawing.review("t" + i, "legal").flow("fork", "t" + i, "e");
        }
        assertThat(check.check(Map.of("a.bpmn", drawing.bytes())))
                .extracting(Violation::rule)
                .contains("too-many-tokens");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLongChainOfCallsIsRefusedBeforeAnybodyRecurses(boolean callerFirst) {
        int flows = 2500;
        var drawing = Drawing.of("p" + (callerFirst ? 0 : flows - 1));
        for (int n = 0; n < flows; n++) {
            int i = callerFirst ? n : flows - 1 - n;
            if (n > 0) {
                drawing.nextProcess("p" + i);
            }
            drawing.start("s" + i).end("e" + i);
            if (i < flows - 1) {
                drawing.call("c" + i, "p" + (i + 1)).flow("s" + i, "c" + i, "e" + i);
            } else {
                drawing.flow("s" + i, "e" + i);
            }
        }
        assertThat(check.check(Map.of("a.bpmn", drawing.bytes())))
                .extracting(Violation::message)
                .contains("Flows call each other at most 10 deep.");
    }

    @Test
    void manyTimersBeforeALongWayGetAnAnswer() {
        var drawing = Drawing.of("p").start("s").end("e");
        var before = "";
        for (int i = 0; i < 2500; i++) {
            drawing.raw("<bpmn:manualTask id='m" + i + "'/>");
            if (i > 0) {
                drawing.flow(before, "m" + i);
            }
            before = "m" + i;
            drawing.question("q" + i, "INCIDENT")
                    .timer("timer" + i, "q" + i, false)
                    .flow("timer" + i, "m0");
            drawing.flow(i == 0 ? "s" : "q" + (i - 1), "q" + i);
        }
        drawing.flow(before, "e").flow("q2499", "e");
        assertThat(check.check(Map.of("a.bpmn", drawing.bytes()))).isEmpty();
    }

    @Test
    void moreEventsAtOneActivityThanCanBeCountedAreRefused() {
        var drawing = Drawing.of("p").start("s").review("t", "legal").end("e").flow("s", "t", "e");
        for (int i = 0; i < 33; i++) {
            drawing.timer("timer" + i, "t", false).flow("timer" + i, "e");
        }
        assertThat(check.check(Map.of("a.bpmn", drawing.bytes())))
                .extracting(Violation::rule)
                .contains("structure");
    }

    @Test
    void anOffenceForEachOfManyStagesIsToldUpToABound() {
        var drawing = Drawing.of("p").start("s").end("e");
        var before = "s";
        for (int i = 0; i < 1000; i++) {
            drawing.question("q" + i, "INCIDENT").flow(before, "q" + i);
            before = "q" + i;
        }
        drawing.block("publish", "publish").catches("no", "publish", "").flow(before, "publish", "e");
        drawing.flow("no", "e");
        for (int i = 0; i < 400; i++) {
            drawing.review("r" + i, "stage" + i).flow(i == 0 ? "publish" : "r" + (i - 1), "r" + i);
        }
        assertThat(check.check(Map.of("a.bpmn", drawing.flow("r399", "publish").bytes())))
                .hasSizeBetween(1, 200)
                .allSatisfy(FlowRobustnessTest::isClear);
    }

    @Test
    void deepSubprocessesAndHugeAttributesGetAnAnswer() {
        var deep = Drawing.of("p").start("s");
        for (int i = 0; i < 50; i++) {
            deep.sub("u" + i).start("i" + i);
        }
        deep.end("in").flow("i49", "in");
        for (int i = 49; i > 0; i--) {
            deep.endSub().end("x" + i).flow("i" + (i - 1), "u" + i, "x" + i);
        }
        deep.endSub().end("e").flow("s", "u0", "e");
        assertThat(check.check(Map.of("a.bpmn", deep.bytes()))).isEmpty();

        var huge = Drawing.of("p")
                .start("s")
                .raw("<bpmn:userTask id='t' name='" + "x".repeat(1_000_000) + "'/>")
                .end("e")
                .flow("s", "t", "e");
        assertThat(check.check(Map.of("a.bpmn", huge.bytes()))).isEmpty();
    }

    private static void isClear(Violation violation) {
        assertThat(violation.message()).isNotBlank().doesNotContain("Exception");
        assertThat(violation.element()).isNotBlank();
        assertThat(violation.rule()).matches("[a-z][a-z-]*");
    }
}
