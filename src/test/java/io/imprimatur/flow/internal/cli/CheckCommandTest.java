package io.imprimatur.flow.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.testing.ConsoleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program in a process of its own. */
class CheckCommandTest {
    private static final byte[] NOTHING = {};

    private final Path folder;

    CheckCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theShippedFlowIsAccepted() {
        var run = run(
                "check",
                Path.of("processes/content-approval.bpmn").toAbsolutePath().toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("Accepted.\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aBypassIsRefusedWithItsPathForPrograms() throws IOException {
        var model = Files.readString(Path.of("processes/content-approval.bpmn"))
                .replace(
                        "sourceRef=\"legalDecision\" targetRef=\"clinicalReview\"",
                        "sourceRef=\"legalDecision\" targetRef=\"furtherReview\"");
        Files.writeString(folder.resolve("content-approval.bpmn"), model);

        var run = run("check", "--json", "content-approval.bpmn");

        var answer = new ObjectMapper().readTree(run.out());
        assertThat(answer.path("accepted").asBoolean()).isFalse();
        assertThat(answer.path("violations")).anySatisfy(violation -> {
            assertThat(violation.path("rule").asText()).isEqualTo("not-approved");
            assertThat(violation.path("element").asText()).isEqualTo("publish");
            assertThat(violation.path("path")).isNotEmpty();
        });
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aFileThatIsNotThereIsAnErrorWithASentence() {
        var run = run("check", "none.bpmn");

        assertThat(run.err()).isEqualTo("none.bpmn: There is no such file.\n");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    private ConsoleRun run(String... arguments) {
        return ConsoleRun.of(folder, NOTHING, arguments);
    }
}
