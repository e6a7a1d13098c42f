package io.imprimatur.flow.internal.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** A list of HTTP methods with patterns of paths of the engine's REST; immutable. */
final class EngineRules {
    private record Rule(Set<String> methods, PathPattern path) {
        boolean matches(String method, PathContainer asked) {
            return (methods.isEmpty() || methods.contains(method)) && path.matches(asked);
        }
    }

    private final List<Rule> rules;

    private EngineRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    static EngineRules none() {
        return new EngineRules(List.of());
    }

    /** Adds paths for those methods, which are joined by spaces. */
    EngineRules on(String methods, String... paths) {
        return with(Set.of(methods.split(" ")), paths);
    }

    EngineRules onAnyMethod(String... paths) {
        return with(Set.of(), paths);
    }

    boolean match(String method, String path) {
        var asked = PathContainer.parsePath(path);
        return rules.stream().anyMatch(rule -> rule.matches(method, asked));
    }

    private EngineRules with(Set<String> methods, String... paths) {
        var more = new ArrayList<>(rules);
        Arrays.stream(paths)
                .map(path -> new Rule(methods, PathPatternParser.defaultInstance.parse(path)))
                .forEach(more::add);
        return new EngineRules(more);
    }
}
