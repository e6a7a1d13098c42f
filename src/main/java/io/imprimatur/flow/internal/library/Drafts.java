package io.imprimatur.flow.internal.library;

import io.imprimatur.flow.gate.ModelSummary;
import io.imprimatur.flow.internal.FlowProperties;
import io.imprimatur.identity.Person;
import io.imprimatur.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Models that managers work on together. Nothing here is in force, so nothing is checked but that it is a model at all. */
@Service
@Transactional
public class Drafts {
    private static final int LONGEST_NAME = 120;

    private final DraftStore store;
    private final ModelFiles files;
    private final FlowProperties flow;
    private final DeploymentProperties properties;
    private final Clock clock;

    Drafts(DraftStore store, ModelFiles files, FlowProperties flow, DeploymentProperties properties, Clock clock) {
        this.store = store;
        this.files = files;
        this.flow = flow;
        this.properties = properties;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Draft> all() {
        return store.all();
    }

    /** @throws Refusal (404, {@code draft-not-found}) */
    @Transactional(readOnly = true)
    public Draft get(UUID id) {
        return store.find(id).orElseThrow(Drafts::unknown);
    }

    /** @throws Refusal when it is no model, too large, or the house keeps too many drafts */
    public Draft begin(String name, ModelKind kind, @Nullable String base, String xml, Person person) {
        if (store.count() >= properties.draftsKept()) {
            throw Refusal.conflict(
                    "too-many-drafts",
                    "The house keeps " + properties.draftsKept() + " drafts of flows. Discard one that is not needed.");
        }
        var draft = new Draft(
                UUID.randomUUID(), kind, keyOf(kind, xml), nameOf(name), base, xml, 1, clock.instant(), person.id());
        store.insert(draft);
        return draft;
    }

    /**
     * Begins another flow from a version of one.
     *
     * @throws Refusal (409, {@code flow-exists}) when there is a flow of that name
     */
    public Draft copy(String definitionId, String name, Person person) {
        var xml = new String(files.model(definitionId), StandardCharsets.UTF_8);
        var key = FlowCopy.keyOf(nameOf(name));
        if (files.exists(key)) {
            throw Refusal.conflict("flow-exists", "There is a flow of this name already. Choose another name.")
                    .about("name");
        }
        var copy = FlowCopy.of(xml, files.keyOf(definitionId), key, name.strip());
        return begin(name, ModelKind.FLOW, definitionId, copy, person);
    }

    /**
     * @param version the version that the person had before them
     * @throws Refusal (409, {@code draft-changed}) when somebody else saved meanwhile
     */
    public Draft save(UUID id, int version, String name, String xml, Person person) {
        var before = get(id);
        var draft = new Draft(
                id,
                before.kind(),
                keyOf(before.kind(), xml),
                nameOf(name),
                before.base(),
                xml,
                version + 1,
                clock.instant(),
                person.id());
        if (!store.update(draft)) {
            throw Refusal.conflict(
                    "draft-changed",
                    "Somebody else has saved this draft since you opened it. Save yours as a new draft, then compare.");
        }
        return draft;
    }

    /** @throws Refusal (404, {@code draft-not-found}) */
    public void discard(UUID id) {
        if (!store.delete(id)) {
            throw unknown();
        }
    }

    private String keyOf(ModelKind kind, String xml) {
        var bytes = xml.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > flow.modelMaxBytes()) {
            throw new Refusal(
                    Refusal.Kind.TOO_LARGE,
                    "model-too-large",
                    "This model is larger than the " + flow.modelMaxBytes() + " bytes that are allowed.");
        }
        var summary = ModelSummary.of(bytes).orElseThrow(() -> Refusal.invalid("no-model", "This is no plain XML."));
        return (kind == ModelKind.FLOW ? summary.flow() : summary.table())
                .filter(key -> !key.isEmpty() && key.length() <= 200)
                .orElseThrow(() -> Refusal.invalid(
                        "no-model",
                        kind == ModelKind.FLOW
                                ? "This holds no process with an id."
                                : "This holds no decision with an id."));
    }

    private static String nameOf(String name) {
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw Refusal.invalid("name-missing", "Give the draft a name of at most " + LONGEST_NAME + " characters.")
                    .about("name");
        }
        return stripped;
    }

    private static Refusal unknown() {
        return Refusal.notFound("draft-not-found", "There is no such draft; somebody may have discarded it.");
    }
}
