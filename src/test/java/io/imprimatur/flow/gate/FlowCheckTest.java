package io.imprimatur.flow.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowCheckTest {
    private static final FlowCheck CHECK = Checks.check();

    @Test
    void theProductsOwnModelsPass() {
        var files = Checks.filesIn(Path.of("processes"));
        files.putAll(Checks.forms());
        assertThat(files).containsKeys("content-approval.bpmn", "release-policy.dmn", "start.form");
        assertThat(CHECK.check(files)).isEmpty();
    }

    @Test
    void aManagersModelOfListedPartsPasses() {
        assertThat(check(Path.of("src/test/resources/bpmn/allowed/small.bpmn"))).isEmpty();
    }

    static Stream<Path> refused() {
        return Stream.of("bpmn", "dmn", "form").flatMap(kind -> files(Path.of("src/test/resources", kind, "refused")));
    }

    /** The part of a file's name before its first dot is the rule that it breaks. */
    @ParameterizedTest
    @MethodSource("refused")
    void whatCarriesCodeIsRefusedByItsRule(Path file) {
        var name = file.getFileName().toString();
        assertThat(check(file))
                .as("violations of %s", name)
                .extracting(Violation::rule)
                .contains(name.substring(0, name.indexOf('.')));
    }

    @Test
    void aViolationNamesItsElementAndSaysWhatToDo() {
        assertThat(check(Path.of("src/test/resources/bpmn/refused/element.script-task.bpmn")))
                .anySatisfy(violation -> {
                    assertThat(violation.element()).isEqualTo("task");
                    assertThat(violation.sentence())
                            .isEqualTo(
                                    "element.script-task.bpmn, task: A script task runs code. Use a service task with"
                                            + " a building block.");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.cmmn",
                "a.js",
                "a.groovy",
                "a.html",
                "a.jar",
                "a.bpmn20.xml",
                "a.dmn11.xml",
                "a",
                "a.bpmn.html"
            })
    void otherFilesAreRefused(String name) {
        assertThat(CHECK.check(Map.of(name, new byte[0])))
                .extracting(Violation::rule)
                .containsExactly("file-kind");
    }

    @Test
    void aHugeFileIsRefusedUnread() {
        assertThat(CHECK.check(Map.of("a.bpmn", new byte[2_000_001])))
                .extracting(Violation::rule)
                .containsExactly("file-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bpmn", "dmn"})
    void deepNestingIsRefusedBeforeAnybodyRecurses(String kind) {
        var deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
        assertThat(CHECK.check(Map.of("a." + kind, deep.getBytes(UTF_8))))
                .extracting(Violation::message)
                .containsExactly("It is nested deeper than 60 elements.");
    }

    @Test
    void deeplyNestedFormsAreRefused() {
        var deep = "{\"components\":[".repeat(10_000);
        assertThat(CHECK.check(Map.of("a.form", deep.getBytes(UTF_8))))
                .extracting(Violation::rule)
                .containsExactly("json");
    }

    static Stream<Path> foreignModels() {
        var folder = Path.of("../shared/data/bpmn");
        assumeTrue(Files.isDirectory(folder), () -> "Skipped: no models of other tools in " + folder);
        return files(folder);
    }

    @ParameterizedTest
    @MethodSource("foreignModels")
    void modelsOfOtherToolsGetAClearAnswer(Path file) {
        assertThat(check(file)).isNotEmpty().allSatisfy(violation -> {
            assertThat(violation.message()).isNotBlank().doesNotContain("Exception");
            assertThat(violation.element()).isNotBlank();
        });
    }

    private static List<Violation> check(Path file) {
        try {
            return CHECK.check(Map.of(file.getFileName().toString(), Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (var paths = Files.list(folder)) {
            return paths.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
