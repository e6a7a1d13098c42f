package io.imprimatur.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.imprimatur.Imprimatur;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;
import org.springframework.modulith.docs.Documenter.Options;

/** The modules of the design and the arrows between them; the diagram in docs/ is made from what is verified here. */
class ModuleStructureTest {
    private static final ApplicationModules MODULES = ApplicationModules.of(Imprimatur.class);

    @Test
    void everyModuleUsesOnlyWhatTheDesignAllowsAndThereIsNoCycle() {
        MODULES.verify();
    }

    @Test
    void theModulesAreThoseOfTheDesign() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .containsExactlyInAnyOrder(
                        "platform",
                        "audit",
                        "identity",
                        "flow",
                        "content",
                        "screening",
                        "review",
                        "publishing",
                        "mail",
                        "desk");
    }

    /** Fails when the committed diagram is not that of the code; the message names the file to copy. */
    @Test
    void theDiagramInTheDocsIsThatOfTheCode() throws IOException {
        var folder = Path.of("target", "modules");
        new Documenter(MODULES, Options.defaults().withOutputFolder(folder.toString()))
                .writeModulesAsPlantUml(DiagramOptions.defaults().withStyle(DiagramOptions.DiagramStyle.UML));
        var generated = folder.resolve("components.puml");
        var committed = Path.of("docs", "modules.puml");
        assertThat(arrows(committed))
                .as("Copy %s to %s: the modules have changed.", generated, committed)
                .isNotEmpty()
                .isEqualTo(arrows(generated));
    }

    /** Who uses whom, whatever the sort of use. */
    private static Set<String> arrows(Path diagram) throws IOException {
        return Files.readAllLines(diagram).stream()
                .filter(line -> line.contains(".>"))
                .map(line -> line.substring(0, line.indexOf(" : ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
