package io.imprimatur.platform.start;

import io.imprimatur.platform.ConsoleCommand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.io.support.SpringFactoriesLoader;
import picocli.CommandLine.Command;

/** The commands that do something and end, and the help. */
final class Console {
    private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");
    private static final String END_OF_OPTIONS = "--";

    private final picocli.CommandLine line = new picocli.CommandLine(new Root());
    private final List<ConsoleCommand> commands =
            SpringFactoriesLoader.forDefaultResourceLocation().load(ConsoleCommand.class);

    Console() {
        commands.forEach(line::addSubcommand);
        line.getCommandSpec().version("Imprimatur " + version());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, failed, parsed) -> {
            failed.getErr()
                    .println(StartFailure.sentence(failure)
                            .orElse("This failed unexpectedly ("
                                    + failure.getClass().getSimpleName() + ")."));
            failed.getErr().flush();
            return ConsoleCommand.FAILED;
        });
    }

    /** Everything without one of these is a server. */
    @Command(
            name = "imprimatur",
            mixinStandardHelpOptions = true,
            description = "Content approval for hospitals. Without a command it serves.",
            exitCodeOnInvalidInput = ConsoleCommand.FAILED,
            subcommands = Serve.class)
    static final class Root implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("served elsewhere");
        }
    }

    /** Known here for its help alone. */
    @Command(
            name = "serve",
            mixinStandardHelpOptions = true,
            description =
                    "Serves pages, REST and Tasklist until it is stopped. Settings are those of Spring Boot, such as"
                            + " --server.port=8081; docs/configuration.md lists them.")
    static final class Serve implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("served elsewhere");
        }
    }

    boolean isFor(String[] arguments) {
        if (arguments.length == 0) {
            return false;
        }
        var first = arguments[0];
        return HELP.contains(first)
                || (first.equals("serve") && Arrays.stream(arguments).anyMatch(HELP::contains))
                || (!first.equals("serve") && line.getSubcommands().containsKey(first));
    }

    /** @return the exit code */
    int run(String[] arguments) {
        var settings = new ArrayList<String>();
        var others = new ArrayList<String>();
        for (var argument : arguments) {
            var isSetting = !others.contains(END_OF_OPTIONS) && CommandLine.isSetting(argument);
            (isSetting ? settings : others).add(argument);
        }
        commands.forEach(command -> command.configure(List.copyOf(settings)));
        return line.execute(others.toArray(String[]::new));
    }

    private static String version() {
        return Objects.requireNonNullElse(Console.class.getPackage().getImplementationVersion(), "(not packaged)");
    }
}
