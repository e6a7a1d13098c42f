package io.imprimatur.flow.internal.library;

import io.imprimatur.flow.ContentApproval;
import io.imprimatur.flow.gate.ModelSummary;
import io.imprimatur.flow.internal.approval.EngineWork;
import io.imprimatur.flow.internal.startup.ShippedModels;
import io.imprimatur.platform.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;

/** Files of models: what is deployed, and what a model needs beside it. */
@Component
public class ModelFiles {
    private static final String FORM = ".form";

    private final EngineWork work;
    private final RepositoryService repository;
    private final ShippedModels shipped;

    ModelFiles(EngineWork work, ProcessEngine engine, ShippedModels shipped) {
        this.work = work;
        this.repository = engine.getRepositoryService();
        this.shipped = shipped;
    }

    /**
     * The files with what their flows take from their deployment and is not among them: forms and called flows, as they are
     * in force. What nobody has deployed is left out; the check then says so.
     */
    public Map<String, byte[]> completed(Map<String, byte[]> files) {
        var all = new TreeMap<>(files);
        work.<Boolean>asProduct(() -> {
            addCalled(all);
            addForms(all);
            return true;
        });
        return all;
    }

    /**
     * The model of a deployed flow or table.
     *
     * @throws Refusal (404, {@code version-not-found})
     */
    public byte[] model(String definitionId) {
        return work.asProduct(() -> {
            var definition = definition(definitionId);
            return bytes(definition.getDeploymentId(), definition.getResourceName());
        });
    }

    /**
     * The key of a deployed flow or table.
     *
     * @throws Refusal (404, {@code version-not-found})
     */
    String keyOf(String definitionId) {
        return work.asProduct(() -> definition(definitionId).getKey());
    }

    /** Whether a flow of that key is deployed. */
    boolean exists(String key) {
        return work.asProduct(() -> latest(key).isPresent());
    }

    /** Such as "Approval of a post, version 3". */
    String nameOf(String definitionId) {
        return work.asProduct(() -> {
            var definition = definition(definitionId);
            return definition.getName() + ", version " + definition.getVersion();
        });
    }

    /** What the model of a deployed flow or table takes from its deployment and no other: itself, its forms, flows it calls. */
    Map<String, byte[]> ownFiles(String definitionId) {
        return work.asProduct(() -> {
            var definition = definition(definitionId);
            var all = files(definition.getDeploymentId());
            var own = new TreeMap<String, byte[]>();
            own.put(definition.getResourceName(), model(definitionId));
            all.forEach((name, bytes) -> {
                if (name.endsWith(FORM)) {
                    own.put(name, bytes);
                }
            });
            var open = new ArrayDeque<>(called(model(definitionId)));
            while (!open.isEmpty()) {
                var key = open.poll();
                all.forEach((name, bytes) -> {
                    if (holds(name, bytes, key) && own.put(name, bytes) == null) {
                        open.addAll(called(bytes));
                    }
                });
            }
            return own;
        });
    }

    private static boolean holds(String name, byte[] bytes, String key) {
        return name.endsWith(".bpmn")
                && ModelSummary.of(bytes)
                        .filter(summary -> summary.flows().containsKey(key))
                        .isPresent();
    }

    private ResourceDefinition definition(String id) {
        ResourceDefinition flow = repository
                .createProcessDefinitionQuery()
                .processDefinitionId(id)
                .singleResult();
        ResourceDefinition found = flow != null
                ? flow
                : repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionId(id)
                        .singleResult();
        if (found == null) {
            throw Refusal.notFound("version-not-found", "There is no such version of a flow.");
        }
        return found;
    }

    private void addCalled(Map<String, byte[]> files) {
        var open = new ArrayDeque<String>();
        var known = new TreeSet<String>();
        summaries(files).forEach(summary -> {
            open.addAll(summary.called());
            known.addAll(summary.flows().keySet());
        });
        while (!open.isEmpty()) {
            var key = open.poll();
            if (known.add(key)) {
                latest(key).ifPresent(flow -> {
                    var bytes = bytes(flow.getDeploymentId(), flow.getResourceName());
                    files.putIfAbsent(ModelKind.FLOW.fileOf(key), bytes);
                    open.addAll(called(bytes));
                });
            }
        }
    }

    private void addForms(Map<String, byte[]> files) {
        var missing = new TreeSet<String>();
        summaries(files).forEach(summary -> missing.addAll(summary.forms()));
        files.values().forEach(bytes -> ModelSummary.formId(bytes).ifPresent(missing::remove));
        if (!missing.isEmpty()) {
            formsInForce(files).forEach((name, bytes) -> ModelSummary.formId(bytes)
                    .filter(missing::contains)
                    .ifPresent(id -> files.putIfAbsent(name, bytes)));
        }
    }

    /** The forms of this release, and over them those that a manager deployed with what is in force. */
    private Map<String, byte[]> formsInForce(Map<String, byte[]> files) {
        var forms = new TreeMap<>(shipped.forms());
        summaries(files).stream()
                .flatMap(summary -> summary.flow().stream())
                .flatMap(key -> latest(key).stream())
                .findFirst()
                .or(() -> latest(ContentApproval.KEY))
                .ifPresent(flow -> files(flow.getDeploymentId()).forEach((name, bytes) -> {
                    if (name.endsWith(FORM)) {
                        forms.put(name, bytes);
                    }
                }));
        return forms;
    }

    private static List<ModelSummary> summaries(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".bpmn"))
                .flatMap(file -> ModelSummary.of(file.getValue()).stream())
                .toList();
    }

    private static Set<String> called(byte[] model) {
        return ModelSummary.of(model).map(ModelSummary::called).orElse(Set.of());
    }

    private Optional<ProcessDefinition> latest(String key) {
        return Optional.ofNullable(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult());
    }

    private Map<String, byte[]> files(String deploymentId) {
        var files = new TreeMap<String, byte[]>();
        repository.getDeploymentResourceNames(deploymentId).forEach(name -> files.put(name, bytes(deploymentId, name)));
        return files;
    }

    private byte[] bytes(String deploymentId, String name) {
        try (InputStream stream = repository.getResourceAsStream(deploymentId, name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
