package io.imprimatur.screening.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.imprimatur.testing.ConsoleRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program in a process of its own. */
class ScreenCommandTest {
    private static final byte[] NOTHING = {};

    private final Path folder;

    ScreenCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theExitCodeOfAClearTextIsNought() throws IOException {
        file("clear.txt", "Wash your hands.\n");

        var run = run("screen", "clear.txt");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("clear.txt: CLEAR\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void somethingToLookAtIsOne() throws IOException {
        file("event.md", "# Open house\n\nJoin us on **May 12**.\n");

        var run = run("screen", "event.md");

        assertThat(run.out())
                .startsWith("event.md: REVIEW\n  3:14 ")
                .contains("DATE", "review")
                .doesNotContain("May");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void theWorstFileDecidesAndOneThatFailsDoesNotStopTheOthers() throws IOException {
        file("block.txt", "Hello.\r\nCall her at 617-555-0123.\n");
        Files.write(folder.resolve("latin.txt"), "Ren\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        file("long.txt", "a".repeat(101));
        Files.createDirectory(folder.resolve("folder"));

        var run = run(
                "screen",
                "none.txt",
                "folder",
                "latin.txt",
                "long.txt",
                "block.txt",
                "--imprimatur.screening.max-text-length=100");

        assertThat(run.err().lines())
                .containsExactly(
                        "none.txt: There is no such file.",
                        "folder: This is a folder; name the files in it.",
                        "latin.txt: This is no text in UTF-8.",
                        "long.txt: The text is longer than the 100 characters that can be screened.");
        assertThat(run.out()).startsWith("block.txt: BLOCK\n  2:13 ").doesNotContain("0123");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void programsGetOneObjectALineWithOffsetsIntoTheFile() throws IOException {
        var page = "<p>Call <b>617</b>-555&#45;0123.</p><!-- SSN 212-09-9999 -->";
        file("page.html", page);

        var run = run("screen", "--json", "page.html", "none.txt");

        var lines = run.out().lines().toList();
        assertThat(lines).hasSize(2);
        var screened = new ObjectMapper().readTree(lines.get(0));
        assertThat(screened.path("file").asText()).isEqualTo("page.html");
        assertThat(screened.path("verdict").asText()).isEqualTo("BLOCK");
        assertThat(screened.path("findings"))
                .extracting(finding -> page.substring(
                        finding.path("start").asInt(), finding.path("end").asInt()))
                .containsExactly("617</b>-555&#45;0123", "212-09-9999");
        assertThat(screened.path("findings").findValuesAsText("detector")).doesNotContain("");
        assertThat(screened.path("findings").findValues("text")).isEmpty();
        assertThat(new ObjectMapper().readTree(lines.get(1)).path("error").asText())
                .isEqualTo("There is no such file.");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void standardInputIsReadAsItIsSaidAndWordsAreShownIfAskedFor() {
        var run = ConsoleRun.of(
                folder,
                "Write to [us](mailto:jane.roe@gmail.com).".getBytes(StandardCharsets.UTF_8),
                "screen",
                "--format",
                "markdown",
                "--show-text",
                "-");

        assertThat(run.out()).startsWith("-: BLOCK\n  1:22 ").contains("\"jane.roe@gmail.com\"");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void anExportedDirectoryTellsWhatIsTheOrganisationsOwn() throws IOException {
        file("own.csv", "kind,value\nPHONE,617-555-0123\n");
        file("post.txt", "Call 617-555-0123.");

        assertThat(run("screen", "--directory", "own.csv", "post.txt").out()).startsWith("post.txt: CLEAR\n");

        file("own.csv", "kind,value\nPHONE,reception\n");
        var refused = run("screen", "--directory", "own.csv", "post.txt");
        assertThat(refused.err()).startsWith("own.csv: Nothing was imported. Line 2: ");
        assertThat(refused.out()).isEmpty();
        assertThat(refused.exitCode()).isEqualTo(3);
    }

    @Test
    void whatCannotBeUnderstoodIsAnErrorWithASentence() {
        var run = run("screen", "--colour", "-");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--colour").doesNotContain("\tat ");

        var setting = run("screen", "-", "--imprimatur.screening.max-text-length=many");
        assertThat(setting.exitCode()).isEqualTo(3);
        assertThat(setting.err())
                .contains("imprimatur.screening.max-text-length")
                .doesNotContain("\tat ");
    }

    @Test
    void helpAndVersionAreSaidWithoutStartingAnything() {
        assertThat(run("--help").out()).contains("serve", "screen");
        assertThat(run("--version").out()).startsWith("Imprimatur ");
        assertThat(run("screen", "--help").out()).contains("FILE", "--show-text", "Exit codes");
        assertThat(run("serve", "--help").out()).contains("--server.port");
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private ConsoleRun run(String... arguments) {
        return ConsoleRun.of(folder, NOTHING, arguments);
    }
}
