package io.imprimatur.mail.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real mail beside the project; tests on it are skipped where it is absent. */
final class MailData {

    private static final Path ROOT = Path.of("../shared/data/mail");

    private MailData() {}

    static List<Path> files(String folder, String ending) {
        Path directory = ROOT.resolve(folder);
        Assumptions.assumeTrue(
                Files.isDirectory(directory), "Skipped: the mail of " + directory + " is not beside this project.");
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static IncomingMail mail(Path file) {
        return IncomingMail.read(bytes(file), ReadingProperties.defaults());
    }
}
