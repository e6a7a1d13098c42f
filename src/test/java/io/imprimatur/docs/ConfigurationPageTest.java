package io.imprimatur.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} names every setting that the code takes, so that no bound is hidden from an operator. */
class ConfigurationPageTest {
    private static final Path METADATA = Path.of("target/classes/META-INF/spring-configuration-metadata.json");

    @Test
    void everySettingOfTheCodeIsOnThePage() throws IOException {
        var page = Files.readString(Path.of("docs/configuration.md"));
        assertThat(settings()).hasSizeGreaterThan(50).allSatisfy(setting -> assertThat(page)
                .as("docs/configuration.md does not explain %s", setting)
                .contains("| `" + setting + "` |"));
    }

    private static List<String> settings() throws IOException {
        var properties =
                new ObjectMapper().readTree(Files.readAllBytes(METADATA)).path("properties");
        return StreamSupport.stream(properties.spliterator(), false)
                .map(property -> property.path("name").asText())
                .filter(name -> name.startsWith("imprimatur."))
                .toList();
    }
}
