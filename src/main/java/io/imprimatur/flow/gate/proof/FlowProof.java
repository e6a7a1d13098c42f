package io.imprimatur.flow.gate.proof;

import io.imprimatur.flow.gate.CheckTerms;
import io.imprimatur.flow.gate.Violation;
import java.util.List;

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
}
