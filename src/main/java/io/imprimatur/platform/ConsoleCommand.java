package io.imprimatur.platform;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * A command of {@code java -jar imprimatur.jar} besides {@code serve}: a class that picocli reads, with a constructor
 * without arguments, named in {@code META-INF/spring.factories}. Its answer is the exit code.
 */
public interface ConsoleCommand extends Callable<Integer> {
    /** The exit code of a command that could not do its work. */
    int FAILED = 3;

    /** @param settings those of Spring Boot that were given, such as {@code --imprimatur.screening.default-region=GB} */
    void configure(List<String> settings);
}
