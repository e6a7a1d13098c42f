package io.imprimatur.flow.gate;

import io.imprimatur.flow.internal.variables.VariableContract;
import io.imprimatur.flow.spi.BuildingBlock;
import io.imprimatur.flow.spi.Effect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The check with the product's own building blocks, and the product's own files. */
final class Checks {
    static final Set<String> REQUIRED = Set.of("legal", "clinical");

    private static final VariableContract CONTRACT = new VariableContract(2000);

    static FlowCheck check() {
        return check(new CheckTerms(REQUIRED, 200_000, Duration.ofMinutes(1)));
    }

    static FlowCheck check(CheckTerms terms) {
        return new FlowCheck(
                List.of(
                        new BuildingBlock("screenRevision", Effect.SCREEN),
                        new BuildingBlock("publish", Effect.PUBLISH),
                        new BuildingBlock("verifyLive", Effect.VERIFY_LIVE),
                        new BuildingBlock("takeDown", Effect.TAKE_DOWN),
                        new BuildingBlock("remind"),
                        new BuildingBlock("escalate"),
                        new BuildingBlock("notify"),
                        new BuildingBlock("waitUntil"),
                        new BuildingBlock("deadlines", Set.of("reminder", "escalation")),
                        new BuildingBlock("stages", Set.of("of"))),
                name -> CONTRACT.knows(name) && !VariableContract.PASSING.contains(name),
                2_000_000,
                terms);
    }

    static Map<String, byte[]> forms() {
        return filesIn(Path.of("forms"));
    }

    static Map<String, byte[]> models() {
        var models = filesIn(Path.of("processes"));
        models.keySet().removeIf(name -> !name.endsWith(".bpmn"));
        return models;
    }

    static Map<String, byte[]> with(String name, byte[] model) {
        var files = forms();
        files.put(name, model);
        return files;
    }

    static TreeMap<String, byte[]> filesIn(Path folder) {
        var files = new TreeMap<String, byte[]>();
        try (var paths = Files.list(folder)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                files.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private Checks() {}
}
