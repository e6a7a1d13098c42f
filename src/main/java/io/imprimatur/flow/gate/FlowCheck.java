package io.imprimatur.flow.gate;

import io.imprimatur.flow.gate.proof.FlowProof;
import io.imprimatur.flow.gate.proof.Source;
import io.imprimatur.flow.spi.BuildingBlock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks the files of a deployment: flows ({@code .bpmn}), tables ({@code .dmn}) and forms ({@code .form}). Whatever is
 * not known to be harmless is a violation. Once the text holds nothing wrong, every way through the flows is looked at.
 * Nothing is thrown, whatever the bytes are.
 */
public final class FlowCheck {
    private final ListedVocabulary vocabulary;
    private final Predicate<String> variables;
    private final int maxBytes;
    private final FlowProof proof;

    /**
     * @param blocks what flows may name in {@code camunda:delegateExpression}
     * @param variables whether a process variable of that name exists
     * @param maxBytes the largest file
     * @param terms what flows are proven against
     */
    public FlowCheck(Collection<BuildingBlock> blocks, Predicate<String> variables, int maxBytes, CheckTerms terms) {
        var grammar = new ExpressionGrammar(
                blocks.stream().collect(Collectors.toUnmodifiableMap(BuildingBlock::beanName, BuildingBlock::methods)),
                variables);
        this.variables = variables;
        this.maxBytes = maxBytes;
        var effects =
                blocks.stream().collect(Collectors.toUnmodifiableMap(BuildingBlock::beanName, BuildingBlock::effect));
        this.vocabulary = new ListedVocabulary(grammar, effects);
        this.proof = new FlowProof(vocabulary, terms);
    }

    /** @param files what is deployed together, by file name: a flow takes only forms of the same deployment */
    public List<Violation> check(Map<String, byte[]> files) {
        var refused = refusedTexts(files);
        return refused.isEmpty() ? proof.violations(sources(files)) : refused;
    }

    private List<Violation> refusedTexts(Map<String, byte[]> files) {
        var violations = new ArrayList<Violation>();
        var forms = files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".form"))
                .flatMap(file -> FormCheck.idOf(file.getValue()).stream())
                .collect(Collectors.toUnmodifiableSet());
        new TreeMap<>(files).forEach((name, bytes) -> violations.addAll(check(name, bytes, forms)));
        return List.copyOf(violations);
    }

    /** A model that was deployed once may break rules that came later; it only has to be read. */
    private Stream<Violation> unreadable(Map<String, byte[]> files) {
        return new TreeMap<>(files)
                .entrySet().stream()
                        .flatMap(file -> check(file.getKey(), file.getValue(), Set.of()).stream())
                        .filter(violation ->
                                Set.of("xml", "file-too-large", "file-kind").contains(violation.rule()));
    }

    /**
     * Whether running posts can be moved from one model to another without breaking a promise.
     *
     * @param from files of the model on which they run
     * @param to files of the model to which they are moved
     * @param key of the flow
     * @param mapping ids of elements of the first model to those of the second; an id that is not named keeps its place
     */
    public List<Violation> checkMoved(
            Map<String, byte[]> from, Map<String, byte[]> to, String key, Map<String, String> mapping) {
        var unreadable = Stream.concat(unreadable(from), unreadable(to)).toList();
        return unreadable.isEmpty() ? proof.moved(sources(from), sources(to), key, mapping) : unreadable;
    }

    /**
     * Steps through a flow.
     *
     * @param choices ids of the moves chosen so far; one that is not possible ends the walk where it is
     */
    public Walk walk(Map<String, byte[]> files, String key, List<String> choices) {
        var refused = refusedTexts(files);
        return refused.isEmpty()
                ? proof.walk(sources(files), key, choices)
                : new Walk(List.of(), List.of(), List.of(), List.of(), false, refused.get(0));
    }

    /** Sends what happened to a post through a flow; one whose text is refused gets stuck at once. */
    public Replayed replay(Map<String, byte[]> files, String key, RecordedPost post) {
        return refusedTexts(files).isEmpty()
                ? proof.replay(sources(files), key, post)
                : new Replayed(Ending.STUCK, List.of(), List.of(), null);
    }

    private static List<Source> sources(Map<String, byte[]> files) {
        var sources = new ArrayList<Source>();
        new TreeMap<>(files).forEach((name, bytes) -> {
            if (endingOf(name).equals("bpmn")) {
                try {
                    sources.add(new Source(name, XmlModel.read(bytes).elements()));
                } catch (XmlModel.Unreadable e) {
                    throw new IllegalStateException("It was read before", e);
                }
            }
        });
        return sources;
    }

    /** As the engine reads it, which goes by lower case. */
    private static String endingOf(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private List<Violation> check(String name, byte[] bytes, Set<String> forms) {
        if (bytes.length > maxBytes) {
            return List.of(new Violation(
                    "file-too-large", name, "file", "It is larger than the " + maxBytes + " bytes that are allowed."));
        }
        return switch (endingOf(name)) {
            case "bpmn" -> new BpmnCheck(name, vocabulary, variables, forms).check(bytes);
            case "dmn" -> new DmnCheck(name).check(bytes);
            case "form" -> new FormCheck(name).check(bytes);
            default ->
                List.of(new Violation(
                        "file-kind", name, "file", "Only files ending in .bpmn, .dmn or .form can be deployed."));
        };
    }
}
