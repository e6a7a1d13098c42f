package io.imprimatur.flow.gate.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The processes of a deployment. */
final class Graph {
    private final List<Node> nodes;
    private final List<Edge> edges;
    private final Map<String, Node> processes;
    private final Map<Node, List<Node>> nodesByProcess = new HashMap<>();
    private final Set<Node> called = new HashSet<>();

    /** @param processes by key, in the order of the files */
    Graph(List<Node> nodes, List<Edge> edges, Map<String, Node> processes) {
        this.nodes = List.copyOf(nodes);
        this.edges = List.copyOf(edges);
        this.processes = processes;
        for (var node : nodes) {
            nodesByProcess
                    .computeIfAbsent(node.process(), process -> new ArrayList<>())
                    .add(node);
            if (node.called != null) {
                called.add(node.called);
            }
        }
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Edge> edges() {
        return edges;
    }

    Map<String, Node> processes() {
        return processes;
    }

    /** Whether another process of the deployment calls it. */
    boolean isCalled(Node process) {
        return called.contains(process);
    }

    /** The nodes of a process and of those that it calls. */
    Set<Node> reachableFrom(Node process) {
        var found = new LinkedHashSet<Node>();
        var news = new ArrayList<>(List.of(process));
        var seen = new HashSet<>(news);
        while (!news.isEmpty()) {
            for (var node : nodesByProcess.getOrDefault(news.remove(news.size() - 1), List.of())) {
                found.add(node);
                if (node.called != null && seen.add(node.called)) {
                    news.add(node.called);
                }
            }
        }
        return found;
    }
}
