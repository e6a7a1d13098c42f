package io.imprimatur.screening.internal.cli;

import io.imprimatur.platform.ConsoleCommand;
import io.imprimatur.platform.Refusal;
import io.imprimatur.screening.Screener;
import io.imprimatur.screening.internal.directory.BadRows;
import io.imprimatur.screening.internal.directory.DirectoryCsv;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.GenericApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code java -jar imprimatur.jar screen FILE…}: the worst file decides about the exit code. */
@Command(
        name = "screen",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Screens files for what may identify a patient. Nothing is stored or sent.",
        exitCodeOnInvalidInput = ConsoleCommand.FAILED,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing to look at",
            "1:a reviewer should look at something",
            "2:something must not go out",
            "3:something could not be screened"
        },
        footerHeading = "%nSettings are those of the server, such as --imprimatur.screening.default-region=GB.%n")
public final class ScreenCommand implements ConsoleCommand {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Text, Markdown or HTML in UTF-8; - reads standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, markdown or html; otherwise the file's ending decides.")
    private @Nullable Format format;

    @Option(
            names = "--json",
            description = "One JSON object a line and file; offsets count UTF-16 units of the file's text.")
    private boolean json;

    @Option(
            names = "--show-text",
            description = "Show the words that were found; terminals and build servers keep what they show.")
    private boolean showText;

    @Option(
            names = "--directory",
            paramLabel = "CSV",
            description = "What is the organisation's own, as the server's directory exports it.")
    private @Nullable String directory;

    private List<String> settings = List.of();

    @Override
    public void configure(List<String> given) {
        settings = List.copyOf(given);
    }

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        try (var context = ScreeningAlone.start(settings)) {
            var bytes = new FileBytes(
                    System.in, context.getBean(CommandLineProperties.class).maxFileSize());
            if (!learnsOwn(bytes, context, line.getErr())) {
                return FAILED;
            }
            var report = new Report(line.getOut(), json, showText);
            var screening = new FileScreening(context.getBean(Screener.class), bytes, format, report, line.getErr());
            return files.stream().mapToInt(screening::screen).max().orElse(FAILED);
        }
    }

    /** @return false when the directory cannot be read: files would be judged otherwise than was asked for */
    private boolean learnsOwn(FileBytes bytes, GenericApplicationContext context, PrintWriter err) {
        try {
            ScreeningAlone.own(
                    context,
                    directory == null
                            ? List.of()
                            : context.getBean(DirectoryCsv.class).read(bytes.bytes(directory)));
            return true;
        } catch (Unreadable | Refusal | BadRows failure) {
            err.println(Report.printable(String.valueOf(directory)) + ": " + failure.getMessage());
            err.flush();
            return false;
        }
    }
}
