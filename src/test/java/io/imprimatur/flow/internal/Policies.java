package io.imprimatur.flow.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.ProcessEngine;

/** Puts release policies in force that send posts of one kind through a flow. */
final class Policies {
    private Policies() {}

    /**
     * @param flows processKey of further rows, one a row, for that kind on any channel
     * @return the deployment's id
     */
    static String deploy(ProcessEngine engine, String kind, String... flows) {
        return deployOn(engine, kind, "", flows);
    }

    /** @param channels the condition on the channels; empty for any */
    static String deployOn(ProcessEngine engine, String kind, String channels, String... flows) {
        var rows = new StringBuilder();
        for (var i = 0; i < flows.length; i++) {
            rows.append(
                    """
                    <rule id="row%1$d">
                      <inputEntry id="row%1$dKind"><text>"%2$s"</text></inputEntry>
                      <inputEntry id="row%1$dChannels"><text>%4$s</text></inputEntry>
                      <outputEntry id="row%1$dFlow"><text>%3$s</text></outputEntry>
                      <outputEntry id="row%1$dStage"><text></text></outputEntry>
                    </rule>
                    """
                            .formatted(i, kind, flows[i].isEmpty() ? "" : "\"" + flows[i] + "\"", channels));
        }
        return engine.getRepositoryService()
                .createDeployment()
                .addString("release-policy.dmn", shipped().replace("</decisionTable>", rows + "</decisionTable>"))
                .deploy()
                .getId();
    }

    private static String shipped() {
        try {
            return Files.readString(Path.of("processes/release-policy.dmn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
