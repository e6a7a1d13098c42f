package io.imprimatur.flow.gate.proof;

import io.imprimatur.flow.gate.CheckTerms;
import io.imprimatur.flow.gate.Ending;
import io.imprimatur.flow.gate.RecordedPost;
import io.imprimatur.flow.gate.Replayed;
import io.imprimatur.flow.gate.Violation;
import io.imprimatur.flow.gate.Walk;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The proof of all flows of a deployment. */
public final class FlowProof {
    private final Vocabulary vocabulary;
    private final CheckTerms terms;

    public FlowProof(Vocabulary vocabulary, CheckTerms terms) {
        this.vocabulary = vocabulary;
        this.terms = terms;
    }

    /** How promises can be broken; empty if no way through any of the flows breaks one. */
    public List<Violation> violations(List<Source> sources) {
        var reader = new GraphReader(vocabulary);
        var graph = reader.read(sources);
        return reader.violations().isEmpty() ? new Prover(graph, terms).violations() : reader.violations();
    }

    /** How a post that runs on one model can break a promise once it is moved to another. */
    public List<Violation> moved(List<Source> from, List<Source> to, String key, Map<String, String> mapping) {
        var before = machine(from, key);
        var after = machine(to, key);
        return before.machine() == null || after.machine() == null
                ? Stream.concat(before.violations().stream(), after.violations().stream())
                        .toList()
                : new Mover(before.machine(), after.machine(), mapping, terms).violations();
    }

    /** @param choices ids of moves; one that is not possible ends the walk where it is */
    public Walk walk(List<Source> sources, String key, List<String> choices) {
        var flow = machine(sources, key);
        return flow.machine() == null
                ? new Walk(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        flow.violations().get(0))
                : new Walker(flow.machine()).walk(choices);
    }

    public Replayed replay(List<Source> sources, String key, RecordedPost post) {
        var flow = machine(sources, key);
        return flow.machine() == null
                ? new Replayed(Ending.STUCK, List.of(), List.of(), null)
                : new Replayer(flow.machine(), post).replay();
    }

    /** A flow that can run, or what hinders it. */
    private record Readable(@Nullable Machine machine, List<Violation> violations) {}

    private Readable machine(List<Source> sources, String key) {
        var reader = new GraphReader(vocabulary);
        var graph = reader.read(sources);
        var process = graph.processes().get(key);
        if (!reader.violations().isEmpty()) {
            return new Readable(null, reader.violations());
        }
        if (process == null) {
            return new Readable(
                    null, List.of(new Violation("process", "file", "process", "There is no process of this key.")));
        }
        return new Readable(new Machine(graph, process, Purpose.of(key), terms.requiredStages()), List.of());
    }
}
