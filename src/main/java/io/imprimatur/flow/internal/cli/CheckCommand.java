package io.imprimatur.flow.internal.cli;

import io.imprimatur.flow.gate.FlowCheck;
import io.imprimatur.platform.ConsoleCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code java -jar imprimatur.jar check FILE…}: says of models what a deployment would say. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Checks flows, tables and forms as a deployment of all of them together would. Nothing is deployed.",
        exitCodeOnInvalidInput = ConsoleCommand.FAILED,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:accepted", "1:refused", "3:a file could not be read"},
        footerHeading =
                "%nSettings are those of the server, such as --imprimatur.release.required-stages=legal,clinical.%n")
public final class CheckCommand implements ConsoleCommand {
    private static final int REFUSED = 1;
    private static final String OWN_FORMS = "classpath*:forms/*.form";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files ending in .bpmn, .dmn or .form. The product's own forms are known.")
    private List<String> files = List.of();

    @Option(names = "--json", description = "One JSON object, as POST /api/flows/check answers.")
    private boolean json;

    private List<String> settings = List.of();

    @Override
    public void configure(List<String> given) {
        settings = List.copyOf(given);
    }

    @Override
    public Integer call() throws IOException {
        var line = Objects.requireNonNull(spec).commandLine();
        var deployed = ownForms();
        for (var file : files) {
            try {
                var path = Path.of(file);
                deployed.put(String.valueOf(path.getFileName()), Files.readAllBytes(path));
            } catch (IOException | InvalidPathException e) {
                line.getErr().println(CheckReport.printable(file) + ": " + sentence(e));
                line.getErr().flush();
                return FAILED;
            }
        }
        try (var context = CheckAlone.start(settings)) {
            var violations = context.getBean(FlowCheck.class).check(deployed);
            new CheckReport(line.getOut(), json).tell(violations);
            return violations.isEmpty() ? 0 : REFUSED;
        }
    }

    private static String sentence(Exception unreadable) {
        return unreadable instanceof NoSuchFileException ? "There is no such file." : "This file cannot be read.";
    }

    private static Map<String, byte[]> ownForms() throws IOException {
        var forms = new TreeMap<String, byte[]>();
        for (var form : new PathMatchingResourcePatternResolver().getResources(OWN_FORMS)) {
            forms.put(String.valueOf(form.getFilename()), form.getContentAsByteArray());
        }
        return forms;
    }
}
