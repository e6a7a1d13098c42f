package io.imprimatur.publishing.channel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The platforms' machine-readable contracts, which lie beside the project where they are at hand. */
public final class PublishedContracts {
    private static final Path FOLDER = Path.of("../shared/data/specs");

    private PublishedContracts() {}

    public static boolean present(String file) {
        return Files.exists(FOLDER.resolve(file));
    }

    public static Path file(String file) {
        return FOLDER.resolve(file).toAbsolutePath().normalize();
    }

    /** Skips the test that asks, and says why. */
    public static void assumePresent(String file) {
        assumeTrue(
                present(file), "The published contract " + file + " is absent: requests were not validated against it");
    }
}
