package io.imprimatur.platform.start;

import io.imprimatur.platform.CannotStart;
import java.util.Arrays;
import java.util.List;

/** What may follow {@code java -jar imprimatur.jar}: the command {@code serve} and settings. */
final class CommandLine {
    private static final String SERVE = "serve";
    private static final List<String> SETTINGS = List.of(
            "imprimatur.", "server.", "spring.", "camunda.", "logging.", "management.", "springdoc.", "debug", "trace");

    private CommandLine() {}

    /**
     * @return the settings alone
     * @throws CannotStart when something else is among the arguments
     */
    static String[] checked(String[] arguments) {
        var settings = arguments.length > 0 && arguments[0].equals(SERVE)
                ? Arrays.copyOfRange(arguments, 1, arguments.length)
                : arguments;
        for (var argument : settings) {
            if (!isSetting(argument)) {
                throw new CannotStart("Imprimatur does not know the option " + name(argument)
                        + "; it takes settings such as --server.port=8081 or --imprimatur.local.data-dir=<folder>.");
            }
        }
        return settings;
    }

    static boolean isSetting(String argument) {
        return argument.startsWith("--") && SETTINGS.stream().anyMatch(argument.substring(2)::startsWith);
    }

    /** Without its value, which may be a password. */
    private static String name(String argument) {
        var end = argument.indexOf('=');
        return end < 0 ? argument : argument.substring(0, end);
    }
}
