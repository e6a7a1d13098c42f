package io.imprimatur.flow.internal.engine;

import io.imprimatur.flow.gate.Violation;
import java.util.List;
import java.util.Map;

/** Hears of every new deployment, whichever door it comes through, in the engine's transaction. */
public interface DeploymentGuard {
    /** The files with what they need and did not bring: forms and called flows, as they are in force. */
    Map<String, byte[]> completed(Map<String, byte[]> files);

    /** What the check of the files alone cannot know: a table may only choose flows that there are. */
    List<Violation> violations(Map<String, byte[]> files);

    /** The check has refused these files; nothing will be deployed. */
    void refused(Map<String, byte[]> files, List<Violation> violations);

    /**
     * The check has accepted these files, which somebody brought through one of the engine's doors.
     *
     * @param name what the deployment is called; empty if nothing
     * @throws io.imprimatur.platform.Refusal when they may not take force
     */
    void broughtFromOutside(String name, Map<String, byte[]> files);

    /** It is deployed. */
    void deployed(Deployed deployed);

    /**
     * A deployment that has taken force.
     *
     * @param name what it is called; empty if nothing
     * @param models flows and tables that it brought
     */
    record Deployed(String deploymentId, String name, List<Model> models) {
        public Deployed {
            models = List.copyOf(models);
        }
    }

    /**
     * One flow or table.
     *
     * @param definitionId the engine's id with its version
     * @param sha256 of the file that holds it
     */
    record Model(String key, String definitionId, String sha256) {}
}
